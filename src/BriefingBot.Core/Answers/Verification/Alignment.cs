using BriefingBot.Answers.Drafts;
using BriefingBot.Articles;
using BriefingBot.Claims;

namespace BriefingBot.Answers.Verification;

/// <summary>The sentences of the cited passages that a draft sentence rests on.</summary>
internal sealed class Alignment
{
    private const int MostSentences = 4;

    // A further sentence must bring in so many words that the others lack, unless it is the second or stands beside one of them.
    private const int LeastNewTerms = 2;

    private Alignment(List<(PromptPassage Passage, int Index)> chosen)
    {
        Sentences = chosen.ConvertAll(pair => pair.Passage.Sentences[pair.Index]);
        Context = [.. Sentences, .. chosen.Where(pair => pair.Index > 0).Select(pair => pair.Passage.Sentences[pair.Index - 1])];
        Passages = [.. chosen.Select(pair => pair.Passage).Distinct()];
    }

    /// <summary>The best first.</summary>
    public IReadOnlyList<SourceSentence> Sentences { get; }

    /// <summary>With the sentence before each: what its pronouns stand for.</summary>
    public IReadOnlyList<SourceSentence> Context { get; }

    public IReadOnlyList<PromptPassage> Passages { get; }

    /// <param name="terms">The draft's content terms.</param>
    /// <param name="names">Those of them that are names or numbers: one alone brings in no further sentence.</param>
    /// <param name="quotes">Where its quotes stand: their sentences are always among those it rests on.</param>
    /// <returns>Null where nothing in the passages speaks of it.</returns>
    public static Alignment? Of(IReadOnlySet<string> terms, IReadOnlySet<string> names, IReadOnlyList<LocatedQuote> quotes, IReadOnlyList<PromptPassage> passages)
    {
        List<(PromptPassage Passage, int Index)> all = [.. passages.SelectMany(passage => passage.Sentences.Select((_, i) => (passage, i)))];
        List<(PromptPassage Passage, int Index)> chosen = [.. all.Where(pair => quotes.Any(quote => quote.Passage == pair.Passage && pair.Passage.Sentences[pair.Index].Span.Overlaps(quote.Span)))];

        // What stands beside a passage, its date and outlet, needs no sentence.
        var beside = passages.SelectMany(passage => passage.ImprintTerms).ToHashSet(StringComparer.Ordinal);
        var open = terms.Where(term => (chosen.Count == 0 || !beside.Contains(term)) && !chosen.Exists(pair => pair.Passage.Sentences[pair.Index].Terms.Contains(term))).ToHashSet(StringComparer.Ordinal);
        if (chosen.Count > 0)
        {
            open.ExceptWith(names);
        }

        while (chosen.Count < MostSentences)
        {
            // Who is named stands in many sentences; what is said of them tells which one it is.
            var best = all.Select(pair => (pair, New: open.Count(pair.Passage.Sentences[pair.Index].Terms.Contains), Said: open.Count(term => !names.Contains(term) && pair.Passage.Sentences[pair.Index].Terms.Contains(term))))
                .MaxBy(candidate => candidate.New + candidate.Said);
            if (best.New < (chosen.Count <= 1 || chosen.Exists(pair => IsBeside(pair, best.pair)) ? 1 : LeastNewTerms))
            {
                break;
            }

            chosen.Add(best.pair);
            open.ExceptWith(beside);
            open.ExceptWith(names);
            open.ExceptWith(best.pair.Passage.Sentences[best.pair.Index].Terms);
        }

        return chosen.Count > 0 ? new Alignment(chosen) : null;
    }

    /// <summary>How often each word, lower case and plain, stands in the evidence or in its imprint.</summary>
    public Dictionary<string, int> Named() => Count(Sentences.SelectMany(sentence => sentence.Words).Concat(Passages.SelectMany(passage => passage.Imprint)));

    /// <summary>How often each stands in the names of whoever speaks.</summary>
    public Dictionary<string, int> Speaking() =>
        Count(Sentences.Select(sentence => sentence.Statement.Statement.Speaker?.Name).OfType<string>().Distinct(StringComparer.Ordinal).SelectMany(name => Words.Of(name, new TextSpan(0, name.Length))));

    /// <summary>How often each stands in the sentence before, where a pronoun points to it.</summary>
    public Dictionary<string, int> Before() =>
        Count(Context.Skip(Sentences.Count).Where(context => Sentences.Any(sentence => sentence.HasPronoun && sentence.Span.Start >= context.Span.End)).SelectMany(sentence => sentence.Words));

    private static Dictionary<string, int> Count(IEnumerable<Word> words) =>
        words.SelectMany(word => WordParts.Of(word.Lower)).GroupBy(part => part, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    private static bool IsBeside((PromptPassage Passage, int Index) one, (PromptPassage Passage, int Index) other) =>
        one.Passage == other.Passage && Math.Abs(one.Index - other.Index) == 1;
}
