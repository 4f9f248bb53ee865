namespace BriefingBot.Articles;

/// <summary>Finds sentences. Every paragraph ends one, so a headline needs no full stop.</summary>
public static class SentenceSplitter
{
    private const string ClosingMarks = "\"'”’»“)]}」』）";
    private const string OpeningMarks = "\"'“‘«„([{「『";
    private static readonly HashSet<string> Starters = WordList.Set("Articles.Data.sentence-starters.txt");
    private static readonly HashSet<string> SpeechVerbs = WordList.Set("Articles.Data.speech-verbs.txt");
    private static readonly Dictionary<string, bool> Abbreviations = WordList.Lines("Articles.Data.abbreviations.txt")
        .ToDictionary(line => line.TrimEnd('+'), line => line.EndsWith('+'), StringComparer.Ordinal);

    /// <summary>Spans in order within <paramref name="within"/>, without surrounding white space, none empty.</summary>
    public static IReadOnlyList<TextSpan> Split(string text, TextSpan within)
    {
        List<TextSpan> sentences = [];
        foreach (var paragraph in Paragraphs.Split(text, within))
        {
            SplitParagraph(text, paragraph, sentences);
        }

        return sentences;
    }

    internal static void SplitParagraph(string text, TextSpan paragraph, List<TextSpan> sentences)
    {
        var start = paragraph.Start;
        for (var i = start; i < paragraph.End; i++)
        {
            if (!IsTerminator(text[i]))
            {
                continue;
            }

            var end = AfterTerminators(text, i, paragraph.End);
            if (end < paragraph.End && EndsSentence(text, start, i, end, paragraph.End))
            {
                sentences.Add(new TextSpan(start, end));
                start = SkipSpace(text, end, paragraph.End);
            }

            i = end - 1;
        }

        if (start < paragraph.End)
        {
            sentences.Add(new TextSpan(start, paragraph.End));
        }
    }

    private static bool IsTerminator(char c) => c is '.' or '!' or '?' or '…' or '。' or '！' or '？';

    private static int AfterTerminators(string text, int at, int limit)
    {
        while (at < limit && IsTerminator(text[at]))
        {
            at++;
        }

        while (at < limit && ClosingMarks.Contains(text[at], StringComparison.Ordinal) && !OpensNext(text, at, limit))
        {
            at++;
        }

        return at;
    }

    // A straight or German mark right after the stop closes; one that stands before a letter after a space would open.
    private static bool OpensNext(string text, int at, int limit) =>
        char.IsWhiteSpace(text[at - 1]) && at + 1 < limit && char.IsLetterOrDigit(text[at + 1]);

    private static bool EndsSentence(string text, int start, int terminator, int end, int limit)
    {
        if (text[terminator] is '。' or '！' or '？')
        {
            return true;
        }

        if (!char.IsWhiteSpace(text[end]))
        {
            return end == terminator + 1 && KoreanEnding.IsBetween(text, terminator);
        }

        var next = SkipOpening(text, SkipSpace(text, end, limit), limit);
        if (next >= limit || char.IsLower(text[next]) || !(char.IsLetterOrDigit(text[next]) || OpeningMarks.Contains(text[next], StringComparison.Ordinal)))
        {
            return false;
        }

        var quoted = ClosingMarks.Contains(text[end - 1], StringComparison.Ordinal);
        if (quoted && FollowedBySpeech(text, next, limit))
        {
            return false;
        }

        return quoted || text[terminator] != '.' || end - terminator > 1 || !IsAbbreviation(text, start, terminator, next, limit);
    }

    private static bool IsAbbreviation(string text, int start, int stop, int next, int limit)
    {
        var wordStart = stop;
        while (wordStart > start && (char.IsLetter(text[wordStart - 1]) || (text[wordStart - 1] == '.' && wordStart - 1 > start)))
        {
            wordStart--;
        }

        var word = text[wordStart..stop];
        if (word.Length == 0)
        {
            return false;
        }

        var startsNew = Starters.Contains(Word(text, next, limit).ToLowerInvariant());
        if (word.Contains('.', StringComparison.Ordinal))
        {
            return !startsNew && word.Split('.').All(part => part.Length <= 2);
        }

        if (word.Length == 1 && char.IsUpper(word[0]))
        {
            return word[0] != 'I' || !startsNew;
        }

        if (CyrillicAbbreviations.IsCyrillic(word[0]))
        {
            return CyrillicAbbreviations.Holds(word, Word(text, next, limit));
        }

        return Abbreviations.TryGetValue(word.ToLowerInvariant(), out var mayEnd)
            && (char.IsDigit(text[next]) || char.IsUpper(word[0]) || mayEnd)
            && !(mayEnd && startsNew)
            && !(word is "no" or "op" && !char.IsDigit(text[next]));
    }

    private static bool FollowedBySpeech(string text, int next, int limit)
    {
        const int MostWordsBeforeVerb = 4;
        for (var word = 0; word < MostWordsBeforeVerb && next < limit; word++)
        {
            var token = Word(text, next, limit);
            if (SpeechVerbs.Contains(token))
            {
                return true;
            }

            if (token.Length == 0 || (word == 0 && Starters.Contains(token.ToLowerInvariant()) && token is not ("He" or "She" or "They" or "The")))
            {
                return false;
            }

            next = SkipSpace(text, next + token.Length, limit);
        }

        return false;
    }

    private static string Word(string text, int at, int limit)
    {
        var end = at;
        while (end < limit && (char.IsLetter(text[end]) || text[end] is '-' or '’' or '\''))
        {
            end++;
        }

        return text[at..end];
    }

    private static int SkipSpace(string text, int at, int limit)
    {
        while (at < limit && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int SkipOpening(string text, int at, int limit)
    {
        while (at < limit && OpeningMarks.Contains(text[at], StringComparison.Ordinal))
        {
            at++;
        }

        return at;
    }
}
