using System.Collections.Frozen;
using BriefingBot.Claims;

namespace BriefingBot.Answers;

/// <summary>Tells whether a sentence says when something will be, for "When will it open?": news dates what is to come loosely, "next year", "within ten days".</summary>
internal static class FutureTimes
{
    // Of what is asked, a word that says the opposite counted: "stay shut until".
    private const double LeastPredicate = 0.5;

    private static readonly FrozenSet<string> Prospects = AnswerWords.Of("prospects");
    private static readonly FrozenSet<string> Times = AnswerWords.Of("times").Concat(AnswerWords.Of("loose-times")).ToFrozenSet();

    public static bool AreAsked(FactQuestion question) => question.Kind == AnswerKind.Time && (question.Has("will") || question.Has("going") || question.Has("due"));

    /// <summary>The sentences that say when, of those that have most of what is asked; of several days the newest, since a later forecast replaces an earlier one.</summary>
    public static List<T> Newest<T>(Evidence evidence, List<T> read, Func<T, ClaimSentence> of)
    {
        var telling = read.Select(item => (Item: item, Share: Share(evidence, of(item)))).Where(pair => pair.Share >= LeastPredicate).ToList();
        var most = telling.Select(pair => pair.Share).DefaultIfEmpty().Max();
        telling.RemoveAll(pair => pair.Share < most);
        var newest = telling.Max(pair => of(pair.Item).Source.Provenance.Published);
        return [.. telling.Where(pair => of(pair.Item).Source.Provenance.Published == newest).Select(pair => pair.Item)];
    }

    // What the sentence has itself counts more than what leads up to it.
    private static double Share(Evidence evidence, ClaimSentence sentence)
    {
        var words = Words.Of(sentence.Source.Text, sentence.Span);
        return words.Exists(word => Prospects.Contains(word.Lower)) && words.Exists(word => Times.Contains(word.Lower) || char.IsDigit(word.Lower[0])) && evidence.Matcher.HasNames(sentence.Own | sentence.Before | sentence.Around)
            ? evidence.PredicateShareOrOpposite(sentence, words) : 0;
    }
}
