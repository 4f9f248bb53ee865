using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>
/// Tells who speaks before a colon ("Dolen: We will not pay") from what only names what follows ("Photos: ...", "Kestrin: ...").
/// One speaks who does so elsewhere in the article, who has a title, or whose words are quoted or say "I" or "we".
/// </summary>
internal sealed class Labels
{
    private static readonly HashSet<uint> Sayings = [.. "said says told tells wrote writes added asked announced argued tweeted reported".Split(' ').Select(word => FeatureHash.Of(word))];

    private const int LongestLabelInTokens = 6;
    private const int LongestDatelineInChars = 60;
    private const int FewestWordsOfLoudLine = 4;
    private const int ShortestSentenceInTokens = 6;

    private readonly string text;
    private readonly Lazy<HashSet<uint>> speaking;

    public Labels(string text, IReadOnlyList<TokenizedParagraph> paragraphs)
    {
        this.text = text;
        speaking = new(() => [.. paragraphs.SelectMany(paragraph => Speaking(paragraph.Tokens))]);
    }

    /// <summary>Whether the attribution is none: a label stands where its speaker would.</summary>
    public bool IsOne(Attribution attribution, TokenizedParagraph paragraph)
    {
        if (attribution.Speaker is { } place && place.Start == paragraph.Span.Start && IsDateline(text.AsSpan(place.End, Math.Min(LongestDatelineInChars, text.Length - place.End))))
        {
            return true;
        }

        if (attribution.Speaker is { } loud && IsLoud(text.AsSpan(loud.Start, loud.Length)))
        {
            return true;
        }

        if (text[attribution.Cue.Start] != ':' || attribution.Speaker is not { } speaker)
        {
            return false;
        }

        var label = paragraph.Tokens.Where(token => speaker.Contains(new TextSpan(token.Start, token.End)) && token.Shape < WordShape.Number).ToList();
        var content = paragraph.Tokens.Where(token => attribution.Content.Any(content => content.Contains(new TextSpan(token.Start, token.End)))).ToList();
        return label.Count == 0 || content.Count == 0 || label.TrueForAll(IsSection) || !(content[0].Mark == 1 || IsPerson(label) || speaking.Value.Contains(label[^1].Word) || content.Exists(IsOneself) || IsHeadline(label, content, paragraph));
    }

    // "MAYOR REACTS TO HARBOUR SEARCH".
    private static bool IsLoud(ReadOnlySpan<char> words) => words.Count(' ') + 1 >= FewestWordsOfLoudLine && !words.ContainsAnyInRange('a', 'z');

    // "Kestrin (AP) The", "Kestrin/Veldt (CNN) The", but not "The National Harbour Agency (NHA) said".
    private static bool IsDateline(ReadOnlySpan<char> rest)
    {
        var open = rest.IndexOf('(');
        var close = rest.IndexOf(')');
        return open >= 0 && close > open + 1 && close + 2 < rest.Length && (rest[0] == '/' || rest[..open].IsWhiteSpace()) && char.IsUpper(rest[open + 1]) && char.IsUpper(rest[close - 1]) && char.IsUpper(rest[close + 2]);
    }

    private bool IsSection(ArticleToken token) => NameWords.Is("opener", Word(token)) || NameWords.Is("section", Word(token));

    // "Mayor Jan Pell".
    private bool IsPerson(List<ArticleToken> label) => label.Count > 1 && CapitalWords.IsCapitalised(label[^1])
        && label.SkipLast(1).Any(token => SpeakerWords.Kind(Word(token)) is SpeakerWord.Man or SpeakerWord.Woman or SpeakerWord.Title or SpeakerWord.Person);

    // "Poll: Most of Veldt is for the harbour": a sentence after a role or a paper, or a story's own headline.
    private bool IsHeadline(List<ArticleToken> label, List<ArticleToken> content, TokenizedParagraph paragraph) =>
        paragraph is { Index: 0, Sentences: 1 } ? !label.Exists(token => NameWords.Is("opener", Word(token)))
        : content.Count >= ShortestSentenceInTokens && (NameWords.Is("paper", Word(label[^1])) || SpeakerWords.Kind(Word(label[^1]).TrimEnd('s')) is SpeakerWord.Person or SpeakerWord.Organisation);

    private bool IsOneself(ArticleToken token) => !token.IsQuoted && NameWords.Is("oneself", Word(token)) && !(token.Shape == WordShape.AllCapitals && NameWords.Is("acronym", Word(token)));

    // The last word of the name right before or after a word of saying, or before the colon of a paragraph that says "I".
    private IEnumerable<uint> Speaking(ArticleToken[] tokens)
    {
        var colon = Array.FindIndex(tokens, token => token.Word == KnownWords.Colon);
        if (colon is > 0 and <= LongestLabelInTokens && CapitalWords.IsCapitalised(tokens[colon - 1]) && Array.Exists(tokens, IsOneself))
        {
            yield return tokens[colon - 1].Word;
        }

        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Shape != WordShape.Lower || !Sayings.Contains(tokens[i].Word))
            {
                continue;
            }

            if (i > 0 && CapitalWords.IsCapitalised(tokens[i - 1]))
            {
                yield return tokens[i - 1].Word;
            }

            var last = i + 1;
            while (last < tokens.Length && CapitalWords.IsCapitalised(tokens[last]))
            {
                last++;
            }

            if (last > i + 1 && (last == tokens.Length || tokens[last].Shape == WordShape.Punctuation))
            {
                yield return tokens[last - 1].Word;
            }
        }
    }

    private string Word(in ArticleToken token) => text[token.Start..token.End];
}
