using System.Numerics;
using BriefingBot.Answers.Verification;
using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers;

/// <summary>Finds the sentences that may hold a fact, and measures each.</summary>
internal sealed class FactReader
{
    // Sentences whose words are looked at.
    private const int MostCandidates = 120;

    // A story's first sentences tell it in short, even in other words than the question's.
    private const int Lead = 3;
    private const double SentencesOfLead = 4;
    private const double FarthestScore = 6;
    private const int Adjacent = 2;

    // Of what is said of the question's names: with less, a sentence speaks of something else.
    private const double LeastPredicate = 0.2;

    private readonly Evidence _evidence;
    private readonly FactQuestion _question;
    private readonly Dictionary<string, (int Rank, double Score)> _articles = new(StringComparer.Ordinal);
    private readonly ILookup<string, RankedPassage> _passages;
    private readonly double _topPassage;

    private FactReader(Evidence evidence, FactQuestion question, Retrieved found)
    {
        _evidence = evidence;
        _question = question;
        for (var i = 0; i < found.Articles.Count; i++)
        {
            _articles.TryAdd(found.Articles[i].Article.Id, (i, found.Articles[i].Score - found.Articles[0].Score));
        }

        _passages = found.Passages.ToLookup(passage => passage.Passage.Source.Id, StringComparer.Ordinal);
        _topPassage = found.Passages.Count > 0 ? found.Passages[0].Score : 0;
    }

    /// <summary>In the order of the articles and their texts.</summary>
    public static List<FactCandidate> Read(Evidence evidence, FactQuestion question, Retrieved found)
    {
        var reader = new FactReader(evidence, question, found);
        var read = evidence.Sentences.Where(sentence => ((sentence.Own | sentence.Before) != 0 || sentence.Index < Lead) && evidence.Matcher.PredicateShare(sentence.Own | sentence.Before | sentence.Around) >= LeastPredicate)
            .Select((sentence, i) => (sentence, i)).OrderByDescending(pair => reader.Promise(pair.sentence)).Where(pair => !SourceSentence.IsInstruction(pair.sentence.Source.Text, pair.sentence.Span)).Take(MostCandidates).OrderBy(pair => pair.i)
            .Select(pair => (pair.sentence, Keys: new FactKeys(question, pair.sentence.Source.Text, pair.sentence.Span))).ToList();
        read = FutureTimes.AreAsked(question) && evidence.Claim.Wording is null ? FutureTimes.Newest(evidence, read, pair => pair.sentence)
            : question.AsksNumber && read.FindAll(pair => pair.Keys.Numbers > 0 && (evidence.Claim.Wording is null || evidence.Matcher.Share(pair.sentence.Own) >= FactSelector.LeastPredicateOfRival)) is { Count: > 0 } numbered ? numbered : read;
        var support = new FactSupport(question.Kind);
        foreach (var (sentence, keys) in read)
        {
            support.Add(reader.RankOf(sentence), keys, evidence.Matcher.Share(sentence.Own));
        }

        return read.ConvertAll(pair => new FactCandidate(pair.sentence, reader.RankOf(pair.sentence), pair.Keys, reader.Features(pair.sentence, pair.Keys, support)));
    }

    private int RankOf(ClaimSentence sentence) => _articles[sentence.Source.Id].Rank;

    // A first look by what costs nothing.
    private double Promise(ClaimSentence sentence) => sentence.Relevance + (0.2 * Math.Max(-FarthestScore, _articles[sentence.Source.Id].Score));

    private double[] Features(ClaimSentence sentence, FactKeys keys, FactSupport support)
    {
        var matcher = _evidence.Matcher;
        var asked = matcher.Share(_question.Asked);
        return
        [
            matcher.Share(sentence.Own),
            matcher.Share(sentence.Before),
            matcher.Share(sentence.Around),
            asked > 0 ? matcher.Share(sentence.Own & _question.Asked) / asked : 0,
            Pairs(sentence),
            Math.Max(-FarthestScore, _articles[sentence.Source.Id].Score),
            PassageScore(sentence),
            Math.Exp(-sentence.Index / SentencesOfLead),
            _question.AsksNumber ? 0 : Math.Log(1 + keys.Names.Count),
            _question.AsksNumber ? Math.Log(1 + keys.Numbers) : 0,
            keys.Of(_question.Kind).Count > 0 ? 1 : 0,
            support.Of(RankOf(sentence), keys),
            Math.Log(1 + keys.WordCount),
            sentence.Source.Text[sentence.Span.End - 1] == '?' ? 1 : 0,
        ];
    }

    private double PassageScore(ClaimSentence sentence)
    {
        foreach (var passage in _passages[sentence.Source.Id])
        {
            if (passage.Passage.Span.Contains(new TextSpan(sentence.Span.Start, sentence.Span.Start)))
            {
                return Math.Max(-FarthestScore, passage.Score - _topPassage);
            }
        }

        return -FarthestScore;
    }

    /// <summary>0 to 1: the share of the claim's neighbouring terms that are neighbours here.</summary>
    private double Pairs(ClaimSentence sentence)
    {
        var hits = sentence.Hits.Span;
        var found = 0UL;
        for (var i = 0; i < hits.Length; i++)
        {
            for (var j = i + 1; j < hits.Length && hits[j].Word - hits[i].Word <= Adjacent; j++)
            {
                found |= (_evidence.Matcher.Bits(hits[i]) << 1) & _evidence.Matcher.Bits(hits[j]);
            }
        }

        return (double)BitOperations.PopCount(found) / Math.Max(1, _evidence.Claim.Terms.Count - 1);
    }
}
