using System.Collections.Frozen;
using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

internal sealed record QuestionParts(
    QuestionKind Kind,
    IReadOnlyList<QuestionTerm> Terms,
    IReadOnlyList<QuestionName> Names,
    IReadOnlyList<string> Numbers,
    IReadOnlyList<IReadOnlyList<string>> Phrases);

/// <summary>Reads a question.</summary>
internal static class QuestionParser
{
    // A frame word still counts where articles share little else with the question.
    private const double FrameWordWeight = 0.4;

    // More terms than any question has: bounds what a hostile one costs.
    private const int MostTerms = 64;

    private const int WhatHappenedTo = 3;

    private static readonly string HappenTerm = Term("happen");

    private static readonly FrozenSet<string> FrameTerms = WordList.Lines("Retrieval.Data.frame-words.txt")
        .SelectMany(line => line.Split(' ')).Select(Term).ToFrozenSet();

    public static QuestionParts Parse(string text)
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze(text, new TextSpan(0, text.Length), tokens);
        return new QuestionParts(
            QuestionKinds.Find(text),
            Terms(AsksWhatHappened(tokens) ? [.. tokens.Skip(WhatHappenedTo)] : tokens),
            Tongues.OfQuestion(text) == Tongue.Korean ? KoreanNames.Find(text) : NameFinder.Find(text, tokens),
            [.. tokens.Select(token => token.Term).Where(term => term.Length > 0 && char.IsAsciiDigit(term[0])).Distinct()],
            Phrases(text));
    }

    // "What happened to the Anna Greve?" asks for whatever there is.
    private static bool AsksWhatHappened(List<Token> tokens) =>
        tokens.Count > WhatHappenedTo && tokens[0].Term == "what" && tokens[1].Term == HappenTerm && tokens[2].Term is "to" or "with" && tokens.Skip(WhatHappenedTo).Any(token => !token.IsStopWord);

    private static List<QuestionTerm> Terms(List<Token> tokens) =>
        [.. tokens.Where(token => !token.IsStopWord).DistinctBy(token => token.Term).Take(MostTerms)
            .Select(token => new QuestionTerm(token.Term, FrameTerms.Contains(token.Term) ? FrameWordWeight : 1, token.Span))];

    private static List<IReadOnlyList<string>> Phrases(string text)
    {
        List<IReadOnlyList<string>> phrases = [];
        for (var open = text.IndexOfAny(['"', '“']); open >= 0;)
        {
            var close = text.IndexOfAny(['"', '”'], open + 1);
            if (close < 0)
                break;

            List<Token> tokens = [];
            TermAnalyzer.Analyze(text, new TextSpan(open + 1, close), tokens);
            string[] terms = [.. tokens.Where(token => !token.IsStopWord).Select(token => token.Term)];
            if (terms.Length > 0)
                phrases.Add(terms);
            open = text.IndexOfAny(['"', '“'], close + 1);
        }

        return phrases;
    }

    private static string Term(string word)
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze(word, new TextSpan(0, word.Length), tokens);
        return tokens[0].Term;
    }
}
