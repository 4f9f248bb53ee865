using BriefingBot.Articles;
using BriefingBot.Claims;

namespace BriefingBot.Channels.Pages;

/// <summary>A question about what somebody says in an article.</summary>
/// <param name="Speaker">As the article names them.</param>
/// <param name="HasTopic">Whether it names what they speak about.</param>
internal sealed record ExampleQuestion(string Text, string Speaker, bool HasTopic)
{
    private const int MostWordsOfName = 3;

    /// <summary>About the person it quotes most; null where it is not English or names none whom it quotes.</summary>
    public static ExampleQuestion? Of(Article article, AttributionReader reader)
    {
        if (article.Provenance.Language is not (null or "en"))
            return null;

        var speaker = reader.Read(article)
            .Where(said => said is { SpeakerName: not null, IsAnonymous: false } && said.Kind != AttributionKind.Indirect && said.Content.All(article.IsEvidence))
            .GroupBy(said => article.Text[said.SpeakerName!.Value.Start..said.SpeakerName.Value.End], StringComparer.Ordinal)
            .Where(group => IsFullName(group.Key))
            .MaxBy(group => group.Sum(said => said.Content.Sum(span => span.Length)))?.Key;
        if (speaker is null)
            return null;

        var topic = TopicOf(article.Title, speaker);
        return new ExampleQuestion(topic is null ? $"What did {speaker} say?" : $"What did {speaker} say about {topic}?", speaker, topic is not null);
    }

    private static bool IsFullName(string name) =>
        name.Split(' ') is { Length: > 1 and <= MostWordsOfName } words && words.All(word => char.IsUpper(word[0]) && word.All(letter => char.IsLetter(letter) || letter is '-' or '\'' or '’' or '.'));

    // The last name of the headline, unless its words are all written like names.
    private static string? TopicOf(string title, string speaker)
    {
        var words = title.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim(',', ':', '.', '?', '!', '\'', '"', '’', '“', '”', '‘')).ToList();
        if (words.Count(word => word.Length > 0 && char.IsLower(word[0])) * 2 < words.Count)
            return null;

        var last = words.FindLastIndex(word => word.Length > 0 && char.IsUpper(word[0]));
        var first = last;
        while (first > 1 && words[first - 1] is [var initial, ..] && char.IsUpper(initial))
            first--;
        return last < 1 || words[first..(last + 1)].Exists(word => speaker.Contains(word, StringComparison.Ordinal)) ? null : string.Join(' ', words[first..(last + 1)]);
    }
}
