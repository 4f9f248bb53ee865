using System.Collections.Frozen;
using System.Globalization;
using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers;

/// <summary>What an answer says in words of its own, in the language of the question.</summary>
internal sealed class Phrases
{
    private static readonly FrozenDictionary<string, Phrases> ByCode = WordList.Lines("Answers.Data.phrases.tsv").Select(line => line.Split('\t'))
        .GroupBy(fields => fields[0]).ToFrozenDictionary(group => group.Key, group => new Phrases(group.ToFrozenDictionary(fields => fields[1], fields => fields[2])));

    private readonly FrozenDictionary<string, string> _texts;

    private Phrases(FrozenDictionary<string, string> texts) => _texts = texts;

    /// <summary>English where the question's language has none.</summary>
    public static Phrases Of(Question question) =>
        Tongues.OfQuestion(question.Text) is var tongue && tongue != Tongue.Other ? ByCode[Tongues.Code(tongue)] : ByCode["en"];

    /// <param name="key">As in Data/phrases.tsv.</param>
    public string this[string key] => _texts[key];

    public string Format(string key, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, _texts[key], values);
}
