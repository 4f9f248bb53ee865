using System.Runtime.InteropServices;
using System.Text;
using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Sqlite.Segments;

/// <summary>An article with the numbers it and its file are stored under.</summary>
internal sealed record NumberedArticle(long Number, long File, Article Article, byte[] Digest);

/// <summary>Holds a layout as <see cref="Segment.Read"/> reads it.</summary>
internal sealed record BuiltSegment(byte[] Layout, IReadOnlyList<PostingBlock> Blocks);

/// <summary>Makes segments of articles, one after the other, and keeps its arrays in between.</summary>
internal sealed class SegmentBuilder
{
    private readonly Dictionary<string, int> _terms = new(capacity: 1 << 16);
    private readonly List<byte[]> _names = [];
    private readonly List<int> _counts = [];
    private readonly List<int> _latest = [];
    private readonly List<Posting> _postings = [];
    private readonly List<Token> _tokens = [];
    private LayoutWriter _layout = new();
    private int _slot;

    private record struct Posting(int Term, int Slot, int Frequency);

    /// <param name="articles">In order of their numbers.</param>
    public BuiltSegment Build(IReadOnlyList<NumberedArticle> articles)
    {
        _layout = new LayoutWriter();
        _slot = 0;
        foreach (var numbered in articles)
            Add(numbered.Number, numbered.Article);

        List<PostingBlock> blocks = [];
        var writer = new PostingBlockWriter(blocks.Add);
        WriteTerms(writer);
        writer.Finish();
        Clear();
        return new BuiltSegment(_layout.Finish(), blocks);
    }

    private void Add(long number, Article article)
    {
        var passages = PassageSplitter.Split(article);
        var titleTerms = Count(article.Title, new TextSpan(0, article.Title.Length));
        _layout.Article(number, article.Provenance.Published?.DayNumber ?? 0, titleTerms, passages.Count);
        foreach (var passage in passages)
            _layout.Passage(passage, Count(article.Text, passage));
    }

    private int Count(string text, TextSpan span)
    {
        _tokens.Clear();
        TermAnalyzer.Analyze(text, span, _tokens);
        var counted = 0;
        foreach (var token in _tokens)
        {
            if (token.IsStopWord)
                continue;
            counted++;
            Count(token.Term);
        }

        _slot++;
        return counted;
    }

    private void Count(string text)
    {
        if (!_terms.TryGetValue(text, out var term))
            term = AddTerm(text);

        var latest = _latest[term];
        if (latest >= 0 && _postings[latest].Slot == _slot)
        {
            CollectionsMarshal.AsSpan(_postings)[latest].Frequency++;
            return;
        }

        _latest[term] = _postings.Count;
        _counts[term]++;
        _postings.Add(new Posting(term, _slot, Frequency: 1));
    }

    private int AddTerm(string text)
    {
        // Terms cut out of a surrogate pair are not the same, but their bytes are.
        var name = Encoding.UTF8.GetBytes(text);
        var written = Encoding.UTF8.GetString(name);
        if (!_terms.TryGetValue(written, out var term))
        {
            term = _names.Count;
            _names.Add(name);
            _counts.Add(0);
            _latest.Add(-1);
            _terms.Add(written, term);
        }

        _terms.TryAdd(text, term);
        return term;
    }

    private void WriteTerms(PostingBlockWriter writer)
    {
        var (names, order) = TermsInOrder();
        var (sorted, ends) = PostingsByTerm();
        var postings = new PostingsWriter();
        for (var i = 0; i < order.Length; i++)
        {
            postings.Clear();
            var end = ends[order[i]];
            for (var at = end - _counts[order[i]]; at < end; at++)
                postings.Add(_postings[sorted[at]].Slot, _postings[sorted[at]].Frequency);
            writer.Add(names[i], postings);
        }
    }

    private (byte[][] Names, int[] Order) TermsInOrder()
    {
        var names = _names.ToArray();
        var order = Enumerable.Range(0, names.Length).ToArray();
        Array.Sort(names, order, Comparer<byte[]>.Create(static (left, right) => left.AsSpan().SequenceCompareTo(right)));
        return (names, order);
    }

    /// <summary>Positions in the list of postings, by term and within a term by slot, and where each term's end.</summary>
    private (int[] Sorted, int[] Ends) PostingsByTerm()
    {
        var ends = new int[_counts.Count];
        for (var term = 1; term < ends.Length; term++)
            ends[term] = ends[term - 1] + _counts[term - 1];

        var sorted = new int[_postings.Count];
        var postings = CollectionsMarshal.AsSpan(_postings);
        for (var i = 0; i < postings.Length; i++)
            sorted[ends[postings[i].Term]++] = i;
        return (sorted, ends);
    }

    private void Clear()
    {
        _terms.Clear();
        _names.Clear();
        _counts.Clear();
        _latest.Clear();
        _postings.Clear();
    }
}
