using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers.Verification;

/// <summary>A clause with a negation in it.</summary>
/// <param name="Terms">Its content terms.</param>
/// <param name="Negators">How many: two of them are none.</param>
internal sealed record Denial(IReadOnlySet<string> Terms, int Negators)
{
    // A clause speaks of another from this share of its terms on.
    private const double LeastShared = 0.5;

    public static List<Denial> Of(string text, IReadOnlyList<Word> words)
    {
        List<Denial> denials = [];
        var end = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (i < end || !Negation.IsNegator(words[i].Lower))
            {
                continue;
            }

            (var start, end) = Clauses.Around(words, i, Clauses.Boundaries);
            List<Token> tokens = [];
            TermAnalyzer.Analyze(text, words[start].Span.Union(words[end - 1].Span), tokens);
            denials.Add(new Denial(tokens.Where(token => !token.IsStopWord).Select(token => token.Term).ToHashSet(StringComparer.Ordinal), words.Skip(start).Take(end - start).Count(word => Negation.IsNegator(word.Lower))));
        }

        return denials;
    }

    /// <summary>Whether a text of these terms tells what the clause denies.</summary>
    public bool IsToldBy(IReadOnlySet<string> terms) => Terms.Count > 0 && Terms.Count(terms.Contains) >= LeastShared * Terms.Count;

    /// <summary>Whether both deny the same.</summary>
    public bool Is(Denial other) =>
        Negators == other.Negators && Terms.Count(other.Terms.Contains) is var shared && shared >= LeastShared * Math.Min(Terms.Count, other.Terms.Count) && (shared > 0 || (Terms.Count == 0 && other.Terms.Count == 0));
}
