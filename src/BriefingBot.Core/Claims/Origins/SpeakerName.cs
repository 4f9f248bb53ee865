using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>A name that speaks in an article.</summary>
internal sealed record Voice(Article Article, string Name);

/// <summary>The terms of a speaker's name, up to "of", "in" and the like, without titles; peoples as their countries.</summary>
internal sealed class SpeakerName
{
    private static readonly string[] Links = [" of ", " in ", " for ", " at ", " on ", " with ", " by ", " who ", " whose ", " which ", ", "];

    public SpeakerName(Voice voice)
    {
        (Article, Text) = voice;
        var head = Head = Links.Aggregate(Text, (text, link) => text.IndexOf(link, StringComparison.Ordinal) is > 0 and var at ? text[..at] : text);
        var words = Words.Of(head, new TextSpan(0, head.Length)).FindAll(word => SpeakerWords.Kind(word.Lower) is not (SpeakerWord.Title or SpeakerWord.Man or SpeakerWord.Woman));
        Terms = TermsOf(head);
        Last = TermsOf(words.Count > 0 ? words[^1].Lower : Text).FirstOrDefault(Text);
        var wording = Wording.Of(Tongues.Of(Article));
        IsBody = words.Count > 0 && (wording is not null ? wording.IsBody(words) : SpeakerWords.Kind(words[^1].Lower) == SpeakerWord.Organisation);

        // Korean has no capitals: a role alone names nobody.
        IsBare = wording?.Tongue == Tongue.Korean ? words.Count <= 1 && !IsBody
            : !Words.Of(Text, new TextSpan(0, Text.Length)).Exists(word => word.IsCapitalised && word.Lower is not ("the" or "their" or "its" or "his" or "her"));
        Key = IsBare ? $"{Article.Id}\n{string.Join(' ', Terms.Order(StringComparer.Ordinal))}" : string.Join(' ', Terms.Order(StringComparer.Ordinal));
    }

    public Article Article { get; }

    public string Text { get; }

    /// <summary>Without what stands after "of", "in" and the like.</summary>
    public string Head { get; }

    public IReadOnlySet<string> Terms { get; }

    /// <summary>The term of its last word.</summary>
    public string Last { get; }

    public bool IsBody { get; }

    /// <summary>Whether there is no proper name in it: "the agency" is another one in every article.</summary>
    public bool IsBare { get; }

    /// <summary>The same for the same name.</summary>
    public string Key { get; }

    /// <summary>Yonhap is part of the Yonhap agency, and Austin of Lloyd Austin, but Anna Fenn is not of Anna Fenn-Holt, nor a first name of a whole.</summary>
    public bool IsPartOf(SpeakerName whole) =>
        (!IsBare || Article == whole.Article) && Terms.Count < whole.Terms.Count && Terms.IsSubsetOf(whole.Terms) && (IsBody || whole.IsBody || Last == whole.Last);

    /// <summary>The terms of a text, stop words left out, peoples as their countries.</summary>
    public static HashSet<string> TermsOf(string text)
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze(text, new TextSpan(0, text.Length), tokens);
        HashSet<string> terms = new(StringComparer.Ordinal);
        for (var i = 0; i < tokens.Count; i++)
        {
            var pair = i + 1 < tokens.Count ? Country([tokens[i].Term, tokens[i + 1].Term]) : [];
            var country = pair.Count > 0 ? pair : Country([tokens[i].Term]);
            terms.UnionWith(country);
            if (country.Count == 0 && !tokens[i].IsStopWord && SpeakerWords.Kind(text[tokens[i].Span.Start..tokens[i].Span.End]) is not (SpeakerWord.Title or SpeakerWord.Man or SpeakerWord.Woman))
            {
                terms.Add(tokens[i].Term);
            }

            i += pair.Count > 0 ? 1 : 0;
        }

        return terms;
    }

    private static IReadOnlyList<string> Country(IEnumerable<string> terms) =>
        Aliases.Read(terms) is [{ Kind: "demonym" } reading, ..] ? Aliases.Forms(reading.Canonical)[0].Terms : [];
}
