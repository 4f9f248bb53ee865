using BriefingBot.Claims;

namespace BriefingBot.Answers.Verification;

/// <summary>How a sentence stands to the firmness of its evidence.</summary>
internal enum FirmnessVerdict
{
    NotFirmer,
    TooFirm,
    Contradicts,
}

/// <summary>No sentence is firmer than its source: may, reportedly, claimed, denied, and who says so survive.</summary>
internal static class FirmnessRule
{
    private const int ReachOfSpeakerInWords = 6;

    // A clause that has so much of its source's words has its hedges too.
    private const double LeastOfAWhole = 0.7;

    /// <param name="source">What the verdict is about.</param>
    public static FirmnessVerdict Judge(DraftText draft, Alignment alignment, out SourceSentence source)
    {
        var whole = Tone.Of(draft.All);
        source = alignment.Sentences[0];
        foreach (var clause in Clauses.Contrasting(draft.All))
        {
            var tone = Tone.Of(clause);
            var touched = Touched(draft, clause, alignment).ToList();
            if (touched.Count > 0 && tone.AddsDenialTo(touched.Aggregate(default(Tone), (all, sentence) => all.With(sentence.Part.Tone))))
            {
                return FirmnessVerdict.Contradicts;
            }

            if (Turns(draft, clause, touched))
            {
                return FirmnessVerdict.Contradicts;
            }

            foreach (var sentence in touched.FindAll(sentence => 2 * sentence.Shared >= touched[0].Shared))
            {
                source = sentence.Sentence;
                if (tone.DropsDenialOf(sentence.Part.Tone))
                {
                    return FirmnessVerdict.Contradicts;
                }

                var isWhole = sentence.Part.Terms.Count(draft.Terms.Contains) >= LeastOfAWhole * sentence.Part.Terms.Count;
                if (tone.IsFirmerThan(sentence.Part.Tone) || (isWhole && (tone.Hedges < sentence.Part.Tone.Hedges || (draft.Quotes.Count == 0 && whole.Sayings < sentence.Part.Tone.Sayings))) || LacksSpeaker(draft, whole, sentence.Sentence))
                {
                    return FirmnessVerdict.TooFirm;
                }
            }
        }

        source = alignment.Sentences[0];
        if (Firmness.IsFirmerThan(draft.Text, [.. alignment.Sentences.Select(sentence => sentence.Statement.Statement.Text)]))
        {
            return FirmnessVerdict.TooFirm;
        }

        return SpeakerFault(draft, alignment) ? FirmnessVerdict.Contradicts : FirmnessVerdict.NotFirmer;
    }

    // Of each sentence the draft rests on, the part that the clause tells, nearest first; sentences that it does not touch say nothing of it.
    private static IEnumerable<(SourceSentence Sentence, ClausePart Part, int Shared)> Touched(DraftText draft, List<Word> clause, Alignment alignment)
    {
        var terms = clause.Where(word => !word.IsMark && !DraftWords.IsFraming(word.Lower)).Select(word => Sayings.Stem(word.Lower)).Where(draft.Terms.Contains).ToHashSet(StringComparer.Ordinal);
        return alignment.Sentences.Select(sentence => (Sentence: sentence, Part: sentence.Parts.MaxBy(part => terms.Count(part.Terms.Contains))!, Shared: terms.Count(sentence.Terms.Contains)))
            .Where(sentence => sentence.Shared > 0).OrderByDescending(sentence => sentence.Shared);
    }

    /// <summary>Whether a clause leaves out a negation of what it tells, or brings in one that no source has.</summary>
    private static bool Turns(DraftText draft, List<Word> clause, List<(SourceSentence Sentence, ClausePart Part, int Shared)> touched)
    {
        var own = Denial.Of(draft.Text, clause);
        return own.Exists(denial => !touched.Exists(sentence => sentence.Sentence.Denials.Any(denial.Is)))
            || touched.Exists(sentence => 2 * sentence.Shared >= touched[0].Shared && sentence.Sentence.Denials.Any(denial => denial.IsToldBy(draft.Terms) && !Denial.Of(draft.Text, draft.All).Exists(denial.Is)));
    }

    // What somebody says is not so because an article passes it on.
    private static bool LacksSpeaker(DraftText draft, Tone whole, SourceSentence source) =>
        source.IsSpoken && draft.Quotes.Count == 0 && !whole.Has(source.IsQuotation ? Marks.Said : Marks.Said | Marks.Hedged);

    /// <summary>Whether it gives words to somebody whom the evidence does not.</summary>
    private static bool SpeakerFault(DraftText draft, Alignment alignment)
    {
        var known = alignment.Context.SelectMany(sentence => sentence.Lowers)
            .Concat(alignment.Sentences.Select(sentence => sentence.Statement.Statement.Speaker?.Name).OfType<string>().SelectMany(name => name.ToLowerInvariant().Split(' ')).SelectMany(WordParts.Of))
            .Concat(alignment.Passages.SelectMany(passage => new[] { passage.Source.Provenance.Outlet, passage.Source.Provenance.Author }).OfType<string>().SelectMany(name => name.ToLowerInvariant().Split(' ', ',')).SelectMany(WordParts.Of))
            .ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < draft.Prose.Count; i++)
        {
            if (!Tone.IsSaying(draft.Prose, i))
            {
                continue;
            }

            var names = draft.Prose.Skip(Math.Max(0, i - ReachOfSpeakerInWords)).Take(2 * ReachOfSpeakerInWords + 1)
                .Where(word => word.IsCapitalised && !draft.StartsSentence(word)).SelectMany(word => WordParts.Of(word.Lower)).ToList();
            if (names.Count > 0 && !names.Exists(known.Contains))
            {
                return true;
            }
        }

        return false;
    }
}
