using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>
/// Gives each speaker the name that fits it within the article: pronouns and "the agency" the last fitting one, a surname
/// its fullest form. A name that was "he" once is never "she".
/// </summary>
internal sealed class SpeakerResolver
{
    private const int MostParagraphsBack = 4;
    private const int MostNamesBack = 200;
    private const int LongestBodyInWords = 4;
    private static readonly string[] Relatives = [" whose ", " who ", " which ", " that ", " when "];
    private static readonly string[] Places = [" in ", " at ", " near "];
    private readonly string text;
    private readonly List<NameMention> mentions;
    private readonly IReadOnlyList<TokenizedParagraph> paragraphs;
    private readonly Dictionary<string, string> pronounOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<NameMention>> byLastWord;
    private readonly int[] sentencesBefore;
    private readonly List<(int At, NameMention Name)> speakers = [];

    public SpeakerResolver(string text, IReadOnlyList<TokenizedParagraph> paragraphs)
    {
        this.text = text;
        this.paragraphs = paragraphs;
        mentions = NameMentions.Find(text, paragraphs);
        byLastWord = mentions.Where(mention => !mention.IsOrganisation).GroupBy(mention => mention.LastWord, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, LongerAndLonger, StringComparer.Ordinal);
        sentencesBefore = new int[paragraphs.Count + 1];
        for (var p = 0; p < paragraphs.Count; p++)
        {
            sentencesBefore[p + 1] = sentencesBefore[p] + paragraphs[p].Sentences;
        }
    }

    /// <param name="attributions">In the order of their cues.</param>
    public IReadOnlyList<Attribution> Resolve(IReadOnlyList<Attribution> attributions)
    {
        pronounOf.Clear();
        speakers.Clear();
        return [.. attributions.Select(attribution => attribution.Speaker is { } speaker ? Named(attribution, speaker) : attribution)];
    }

    /// <summary>Whether the speaker may be whoever spoke before: "he", "the minister".</summary>
    public bool IsByLastSpeaker(TextSpan speaker) => WordsOf(speaker) switch
    {
        ["he" or "she" or "him" or "her"] => true,
        ["the", ..] and var words => SpeakerWords.Kind(Head(words)) == SpeakerWord.Person,
        _ => false,
    };

    private string[] WordsOf(TextSpan speaker) => text[speaker.Start..speaker.End].ToLowerInvariant().Split([' ', '\n', ','], StringSplitOptions.RemoveEmptyEntries);

    private Attribution Named(Attribution attribution, TextSpan speaker)
    {
        var words = WordsOf(speaker);
        var isIndefinite = words.Length > 0 && SpeakerWords.Kind(words[0]) == SpeakerWord.Indefinite;
        var name = words switch
        {
            ["he" or "she" or "him" or "her"] => Person(speaker, words[0] is "he" or "him" ? "he" : "she"),
            ["they" or "them" or "it"] => Last(speaker, mention => mention.IsOrganisation),
            ["i" or "we" or "you" or "who" or "which"] => null,
            _ when isIndefinite => null,
            _ when Within(Core(speaker)) is { } own => IsOwner(own, speaker) ? Owned(speaker, Head(words)) : Fullest(own),
            ["the", ..] => Definite(speaker, Head(words)),
            _ => null,
        };
        if (name is not null)
        {
            speakers.Add((speaker.Start, name));
        }

        // "South Korea's spy agency" is as good as a name where the agency has none.
        if (words is ["it"] && BodyBefore(speaker) is { } body && (name is null || name.Span.Start < body.Start))
        {
            return attribution with { SpeakerName = body };
        }

        var isOwnName = name is null && !isIndefinite && (IsLoneName(words, speaker) || IsPlacedBody(words, speaker) || (Within(Core(speaker)) is { } owner && IsOwner(owner, speaker)));
        return attribution with { SpeakerName = isOwnName ? speaker : name?.Span, IsAnonymous = name is null && !isOwnName && !IsPronoun(words) };
    }

    // Of the mentions of one last word those that are fuller than all before them.
    private static List<NameMention> LongerAndLonger(IEnumerable<NameMention> mentions)
    {
        List<NameMention> longer = [];
        foreach (var mention in mentions)
        {
            if (longer.Count == 0 || mention.Words.Count > longer[^1].Words.Count)
            {
                longer.Add(mention);
            }
        }

        return longer;
    }

    // One word that begins a sentence and is written nowhere else. Officials and critics have a plural's s.
    private bool IsLoneName(string[] words, TextSpan speaker) =>
        words is [{ Length: > 2 } word] && char.IsUpper(text[speaker.Start]) && !word.EndsWith('s') && !IsPronoun(words)
        && SpeakerWords.Kind(word) == SpeakerWord.Unknown;

    // "The spy agency in Seoul".
    private bool IsPlacedBody(string[] words, TextSpan speaker) =>
        SpeakerWords.Kind(Head(words)) == SpeakerWord.Organisation && Core(speaker) is var core && core != speaker && text.AsSpan(core.End, speaker.End - core.End).ContainsAnyInRange('A', 'Z');

    private static bool IsPronoun(string[] words) => words is [var word] && KnownWords.IsPointer(FeatureHash.Of(word));

    private NameMention? Within(TextSpan speaker)
    {
        var own = Before(speaker.End).TakeWhile(mention => mention.Span.End > speaker.Start).Reverse().ToList();
        return own.Find(mention => mention.IsPerson) ?? own.FirstOrDefault();
    }

    // "The company whose store was flooded when Lock Three burst" is the company, and "the spy agency in Seoul" is not Seoul.
    private TextSpan Core(TextSpan speaker)
    {
        foreach (var relative in text.AsSpan(speaker.Start, speaker.Length).StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? [.. Relatives, .. Places] : Relatives)
        {
            var at = text.AsSpan(speaker.Start, speaker.Length).IndexOf(relative, StringComparison.Ordinal);
            if (at > 0)
            {
                return new TextSpan(speaker.Start, speaker.Start + at);
            }
        }

        return speaker;
    }

    // A noun follows the name: South Korea's agency, Pentagon officials.
    private bool IsOwner(NameMention name, TextSpan speaker) =>
        name.Span.End + 1 < speaker.End && !name.IsPerson
        && (text[name.Span.End] is '\'' or '’' || (text[name.Span.End] == ' ' && char.IsLower(text[name.Span.End + 1])
            && !IsJointAt(name.Span.End + 1, speaker.End)));

    private bool IsJointAt(int start, int end) =>
        SpeakerWords.Kind(text[start..end].Split(' ', 2)[0]) == SpeakerWord.Joint;

    private NameMention? Owned(TextSpan speaker, string head) =>
        SpeakerWords.Kind(head) is SpeakerWord.Organisation or SpeakerWord.Person ? Last(speaker, mention => mention.Has(head)) : null;

    // Zelensky is the Volodymyr Zelensky named before.
    private NameMention Fullest(NameMention name) =>
        name.IsOrganisation ? name : byLastWord[name.LastWord].FindLast(mention => mention.Span.Start <= name.Span.Start && mention.Includes(name)) ?? name;

    private NameMention? Person(TextSpan pronoun, string word)
    {
        var sentence = SentenceOf(pronoun.Start);
        var subjects = Before(pronoun.Start).TakeWhile(mention => IsNear(mention, pronoun)).Reverse()
            .Where(mention => !mention.IsQuoted && mention.Span.End <= pronoun.Start)
            .Select(mention => (At: mention.Span.Start, Name: Fullest(mention), mention.Sentence))
            .Where(subject => subject.Name.IsPerson && Fits(subject.Name, word))
            .ToList();
        var within = subjects.Find(subject => subject.Sentence == sentence).Name;
        var spoken = LastSpeakers(pronoun).FirstOrDefault(speaker => speaker.Name.IsPerson && Fits(speaker.Name, word));
        var last = subjects.Count == 0 ? default : subjects.Find(subject => subject.Sentence == subjects[^1].Sentence);
        var name = within ?? (spoken.Name is not null && spoken.At >= last.At ? spoken.Name : last.Name ?? spoken.Name);
        if (name is not null)
        {
            pronounOf[name.LastWord] = word;
        }

        return name;
    }

    private bool Fits(NameMention name, string word)
    {
        var title = SpeakerWords.Kind(name.Words[0]);
        var known = title == SpeakerWord.Man ? "he" : title == SpeakerWord.Woman ? "she" : pronounOf.GetValueOrDefault(name.LastWord, word);
        return known == word;
    }

    private NameMention? Definite(TextSpan speaker, string head) => SpeakerWords.Kind(head) switch
    {
        SpeakerWord.Organisation => Last(speaker, mention => mention.Has(head)),
        SpeakerWord.Person => Last(speaker, mention => mention.IsPerson && mention.Has(head)) ?? LastSpeaker(speaker),
        _ => null,
    };

    private NameMention? Last(TextSpan before, Predicate<NameMention> fits) =>
        Before(before.Start).Take(MostNamesBack).FirstOrDefault(mention => mention.Span.End <= before.Start && !mention.IsQuoted && fits(mention));

    // The nearest first.
    private IEnumerable<NameMention> Before(int at)
    {
        var (low, high) = (0, mentions.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = mentions[middle].Span.Start < at ? (middle + 1, high) : (low, middle);
        }

        for (var i = low - 1; i >= 0; i--)
        {
            yield return mentions[i];
        }
    }

    private NameMention? LastSpeaker(TextSpan before) =>
        LastSpeakers(before).FirstOrDefault(speaker => speaker.Name.IsPerson).Name;

    private IEnumerable<(int At, NameMention Name)> LastSpeakers(TextSpan before)
    {
        for (var i = speakers.Count - 1; i >= 0 && IsNear(speakers[i].At, before); i--)
        {
            if (speakers[i].At < before.Start)
            {
                yield return speakers[i];
            }
        }
    }

    // The noun of "the spy agency of ..." is agency.
    private static string Head(string[] words)
    {
        if (words.Length == 0)
            return "";

        var end = Array.FindIndex(words, 1, word => SpeakerWords.Kind(word) == SpeakerWord.Joint || word is "who" or "which" or "in" or "at");
        return words[(end < 0 ? words.Length : end) - 1];
    }

    // "The labour inspectorate has taken the records away. It will not say ...": the subject of the sentence before.
    private TextSpan? BodyBefore(TextSpan pronoun)
    {
        var tokens = paragraphs[ParagraphOf(pronoun.Start)].Tokens;
        var sentence = Array.FindLast(tokens, token => token.Start <= pronoun.Start).Sentence;
        var first = Array.FindIndex(tokens, token => token.Sentence == sentence - 1);
        for (var i = first + 1; first >= 0 && text[tokens[first].Start..tokens[first].End] == "The" && i <= first + LongestBodyInWords && i < tokens.Length; i++)
        {
            if (SpeakerWords.Kind(text[tokens[i].Start..tokens[i].End]) == SpeakerWord.Organisation)
            {
                return new TextSpan(tokens[first].Start, tokens[i].End);
            }
        }

        return null;
    }

    private bool IsNear(NameMention mention, TextSpan speaker) => ParagraphOf(speaker.Start) - mention.Paragraph <= MostParagraphsBack;

    private bool IsNear(int at, TextSpan speaker) => ParagraphOf(speaker.Start) - ParagraphOf(at) <= MostParagraphsBack;

    private int ParagraphOf(int at)
    {
        var (low, high) = (0, paragraphs.Count);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = paragraphs[middle].Span.Start <= at ? (middle, high) : (low, middle);
        }

        return low;
    }

    private int SentenceOf(int at)
    {
        var paragraph = ParagraphOf(at);
        return sentencesBefore[paragraph] + Array.FindLast(paragraphs[paragraph].Tokens, token => token.Start <= at).Sentence;
    }
}
