using BriefingBot.Retrieval;

namespace BriefingBot.Sqlite.Searches;

/// <summary>Chooses the best slots of a search, from one article only its few best. Of equal ones the first in the index is better.</summary>
internal sealed class BestCandidates
{
    private const int MaxPerArticle = 3;

    // Shares of the article's and the title's score in that of a passage, which sets the order of candidates only.
    private const float ArticleShare = 0.5f;
    private const float TitleShare = 0.5f;

    private readonly PriorityQueue<Choice, Choice> _worstFirst;
    private readonly int _most;
    private readonly DayFactors _factors;
    private float _bar;

    private BestCandidates(CandidateQuery query)
    {
        _most = query.Most;
        _factors = new DayFactors(query.Near);
        _worstFirst = new PriorityQueue<Choice, Choice>(Choice.WorstFirst);
    }

    private readonly record struct Choice(float Score, int Segment, int Slot)
    {
        public static readonly Comparer<Choice> WorstFirst = Comparer<Choice>.Create(static (left, right) =>
            left.Score != right.Score ? left.Score.CompareTo(right.Score)
            : left.Segment != right.Segment ? right.Segment.CompareTo(left.Segment)
            : right.Slot.CompareTo(left.Slot));
    }

    public static IReadOnlyList<Candidate> Choose(Snapshot snapshot, Scratch scratch, CandidateQuery query)
    {
        var best = new BestCandidates(query);
        for (var i = 0; i < snapshot.Segments.Count; i++)
            best.Consider(snapshot.Segments[i], i, scratch);
        return best.InOrder(snapshot);
    }

    private void Consider(SearchedSegment searched, int index, Scratch scratch)
    {
        var segment = searched.Segment;
        var slotScores = scratch.SlotScores.AsSpan(searched.FirstSlot, segment.Slots);
        var articleScores = scratch.ArticleScores.AsSpan(searched.FirstArticle, segment.Articles);
        Span<Choice> few = stackalloc Choice[MaxPerArticle];
        for (var article = 0; article < articleScores.Length; article++)
        {
            if (articleScores[article] <= 0)
                continue;

            var title = segment.FirstSlots[article];
            var end = segment.FirstSlots[article + 1];
            var shared = (ArticleShare * articleScores[article]) + (TitleShare * slotScores[title]);
            var factor = _factors.Of(searched.Days[article]);
            var found = 0;
            for (var slot = title; slot < end; slot++)
            {
                var own = slotScores[slot];
                if (own > 0 && factor * (own + shared) > _bar)
                    found = Insert(few, found, new Choice(factor * (own + shared), index, slot));
            }

            foreach (var choice in few[..found])
                Add(choice);
        }
    }

    private static int Insert(Span<Choice> few, int count, Choice choice)
    {
        var at = count;
        while (at > 0 && few[at - 1].Score < choice.Score)
            at--;
        if (at == few.Length)
            return count;

        var kept = Math.Min(count, few.Length - 1);
        few[at..kept].CopyTo(few[(at + 1)..]);
        few[at] = choice;
        return kept + 1;
    }

    // Slots come in the order of the index, so that one that is only as good as the bar is worse.
    private void Add(Choice choice)
    {
        if (_worstFirst.Count < _most)
            _worstFirst.Enqueue(choice, choice);
        else if (choice.Score > _bar)
            _worstFirst.EnqueueDequeue(choice, choice);

        if (_worstFirst.Count == _most)
            _bar = _worstFirst.Peek().Score;
    }

    private List<Candidate> InOrder(Snapshot snapshot)
    {
        List<Candidate> candidates = new(_worstFirst.Count);
        while (_worstFirst.TryDequeue(out var choice, out _))
        {
            var segment = snapshot.Segments[choice.Segment].Segment;
            var coded = segment.SlotArticles[choice.Slot];
            var article = segment.ArticleNumbers[coded < 0 ? ~coded : coded];
            candidates.Add(new Candidate(article, segment.Span(choice.Slot), choice.Score));
        }

        candidates.Reverse();
        return candidates;
    }
}
