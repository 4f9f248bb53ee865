using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>Finds names by their capitals. A capital at a sentence's start counts only if the word has one elsewhere too.</summary>
internal static class NameMentions
{
    /// <summary>In the order of the text.</summary>
    public static List<NameMention> Find(string text, IReadOnlyList<TokenizedParagraph> paragraphs)
    {
        var capitalised = MidSentenceCapitals(text, paragraphs);
        List<NameMention> mentions = [];
        var sentences = 0;
        for (var p = 0; p < paragraphs.Count; p++)
        {
            var tokens = paragraphs[p].Tokens;
            for (var i = 0; i < tokens.Length;)
            {
                var end = End(text, tokens, i, capitalised);
                if (end > i)
                {
                    mentions.Add(Mention(text, tokens[i..end], sentences + tokens[i].Sentence, p));
                }

                i = Math.Max(end, i + 1);
            }

            sentences += paragraphs[p].Sentences;
        }

        return mentions;
    }

    private static NameMention Mention(string text, ArticleToken[] tokens, int sentence, int paragraph) => new(
        new TextSpan(tokens[0].Start, tokens[^1].End),
        [.. tokens.Select(token => text[token.Start..token.End])],
        tokens[0].IsQuoted,
        sentence,
        paragraph);

    private static HashSet<string> MidSentenceCapitals(string text, IReadOnlyList<TokenizedParagraph> paragraphs)
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        // A headline's words all have capitals.
        var isSentence = paragraphs.Count > 0 && text[paragraphs[0].Span.End - 1] is '.' or '"' or '”';
        foreach (var tokens in paragraphs.Skip(isSentence ? 0 : 1).Select(paragraph => paragraph.Tokens))
        {
            for (var i = 1; i < tokens.Length; i++)
            {
                if (IsCapitalised(tokens[i]) && !BeginsSentence(tokens, i))
                {
                    words.Add(text[tokens[i].Start..tokens[i].End]);
                }
            }
        }

        return words;
    }

    private static int End(string text, ArticleToken[] tokens, int start, HashSet<string> capitalised)
    {
        if (!IsCapitalised(tokens[start]) || (BeginsSentence(tokens, start) && !IsName(text, tokens, start, capitalised)))
        {
            return start;
        }

        var end = start + 1;
        while (end < tokens.Length && tokens[end].Sentence == tokens[start].Sentence)
        {
            var isJoint = end + 1 < tokens.Length && IsCapitalised(tokens[end + 1]) && SpeakerWords.Kind(Word(text, tokens[end])) == SpeakerWord.Joint;
            var isStopOfTitle = end == start + 1 && text[tokens[end].Start] == '.' && SpeakerWords.Kind(Word(text, tokens[start])) is SpeakerWord.Man or SpeakerWord.Woman or SpeakerWord.Title;
            if (!IsCapitalised(tokens[end]) && !isJoint && !isStopOfTitle && !IsOwnedBody(text, tokens, end))
            {
                break;
            }

            end++;
        }

        return end;
    }

    // "Inland Dockers' Union", "St Orla's Hospital".
    private static bool IsOwnedBody(string text, ArticleToken[] tokens, int mark)
    {
        var next = mark + 1;
        if (Word(text, tokens[mark]) is not ("'" or "’" or "'s" or "’s"))
        {
            return false;
        }

        while (next < tokens.Length && IsCapitalised(tokens[next]) && SpeakerWords.Kind(Word(text, tokens[next])) != SpeakerWord.Organisation)
        {
            next++;
        }

        return next < tokens.Length && IsCapitalised(tokens[next]) && tokens[next].Sentence == tokens[mark].Sentence;
    }

    private static bool IsName(string text, ArticleToken[] tokens, int i, HashSet<string> capitalised) =>
        capitalised.Contains(Word(text, tokens[i]))
        || SpeakerWords.Kind(Word(text, tokens[i])) is SpeakerWord.Man or SpeakerWord.Woman or SpeakerWord.Title
        || (SpeakerWords.Kind(Word(text, tokens[i])) == SpeakerWord.Person && i + 2 < tokens.Length && (IsCapitalised(tokens[i + 1]) || IsCapitalised(tokens[i + 2])))
        || (i + 1 < tokens.Length && IsCapitalised(tokens[i + 1]) && SpeakerWords.Kind(Word(text, tokens[i])) != SpeakerWord.Indefinite
            && !KnownWords.IsJoint(tokens[i].Word) && !IsArticle(tokens[i].Word));

    private static bool IsArticle(uint word) => word == KnownWords.The || word == KnownWords.That;

    private static bool BeginsSentence(ArticleToken[] tokens, int i) =>
        i == 0 || tokens[i - 1].Sentence != tokens[i].Sentence || tokens[i - 1].Mark == 1 || tokens[i - 1].Word == KnownWords.Colon;

    private static bool IsCapitalised(in ArticleToken token) =>
        token.Shape is WordShape.Capitalised or WordShape.AllCapitals && !KnownWords.IsPronoun(token.Word);

    private static string Word(string text, in ArticleToken token) => text[token.Start..token.End];
}
