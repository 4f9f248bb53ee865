namespace BriefingBot.Claims;

/// <summary>Tells how firmly a sentence tells what one of its words says.</summary>
internal sealed class TellingReader(SyntaxTree tree)
{
    // Of the learned factuality, -3 to 3.
    private const double LeastScoreToAssert = 0.5;
    private const int ReachOfNegatorInWords = 3;

    private EventFeatures? _features;

    /// <param name="isModal">Whether "will" and "may" are part of what is told.</param>
    /// <returns>Never <see cref="Telling.Not"/>.</returns>
    public Telling At(int word, bool isModal)
    {
        if (IsNegated(word))
        {
            return Telling.Negated;
        }

        if (Above(word).Any(at => HasMark(at, "condition")) || (!isModal && tree.Below(word, "aux").Any(aux => FunctionWords.Is("modal", tree.Words[aux].Lower))))
        {
            return Telling.Possibly;
        }

        if (isModal)
        {
            return Telling.Plainly;
        }

        if (IsAim(word))
        {
            return Telling.Possibly;
        }

        _features ??= new EventFeatures([.. tree.Words], AttributionModel.Shipped.Classes);
        return FactualityModel.Shipped.Read(_features.Of(word)).Score >= LeastScoreToAssert ? Telling.Plainly : Telling.Possibly;
    }

    private bool IsNegated(int word) => HasNegator(word)
        || (tree.Relations[word] is "obj" or "nsubj" or "nsubj:pass" or "obl" or "xcomp" && tree.Heads[word] >= 0 && HasNegator(tree.Heads[word]))
        || tree.Below(word).Any(below => tree.Relations[below] is "nsubj" or "obj" or "nsubj:pass" && tree.Below(below, "det").Any(det => tree.Words[det].Lower is "no" or "neither"));

    // Below the word, or shortly before it, whatever the syntax was read as.
    private bool HasNegator(int word) => tree.Below(word).Any(below => Negation.IsNegator(tree.Words[below].Lower))
        || Enumerable.Range(0, word).Reverse().Take(ReachOfNegatorInWords).TakeWhile(at => !tree.Words[at].IsMark).Any(at => Negation.IsNegator(tree.Words[at].Lower));

    // "Voted to convict him", "calls for his death" and "faces arrest"; "managed to" and "the first to" are no aims.
    private bool IsAim(int word)
    {
        if (tree.Tags[word][0] == 'N' && (tree.Below(word, "case").Any(below => tree.Words[below].Lower == "for")
            || (tree.Relations[word] == "obj" && tree.Heads[word] >= 0 && FunctionWords.Is("prospect", tree.Words[tree.Heads[word]].Lower))))
        {
            return true;
        }

        return tree.Below(word, "mark").Any(mark => tree.Words[mark].Lower == "to") && tree.Heads[word] is var governor and >= 0 && !FunctionWords.Is("implicative", tree.Words[governor].Lower)
            && !tree.Below(word, "aux").Any(aux => FunctionWords.Is("have", tree.Words[aux].Lower));
    }

    private bool HasMark(int word, string list) => tree.Below(word, "mark").Any(mark => FunctionWords.Is(list, tree.Words[mark].Lower));

    // The word and what it hangs on, up to the top.
    private IEnumerable<int> Above(int word)
    {
        for (var (at, steps) = (word, 0); at != SyntaxTree.Root && steps < tree.Words.Count; at = tree.Heads[at], steps++)
        {
            yield return at;
        }
    }
}
