using System.Runtime.InteropServices;
using System.Text;
using BriefingBot.Articles;
using BriefingBot.Retrieval;
using BriefingBot.Retrieval.Updates;

namespace BriefingBot.Sqlite.Segments;

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
        _layout.Article(number, article.Provenance.Published?.DayNumber ?? 0, Facets.Of(article.Provenance), titleTerms, passages.Count);
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
        var ends = new int[_counts.Count];
        var sorted = PostingsByTerm(ends);
        var postings = new PostingsWriter();
        foreach (var term in TermOrder.Of(_names))
        {
            postings.Clear();
            foreach (var posting in sorted.AsSpan(ends[term] - _counts[term], _counts[term]))
                postings.Add(posting.Slot, posting.Frequency);
            writer.Add(_names[term], postings);
        }
    }

    /// <summary>The postings by term, and within a term by slot. Sets where each term's end.</summary>
    private Posting[] PostingsByTerm(int[] ends)
    {
        for (var term = 1; term < ends.Length; term++)
            ends[term] = ends[term - 1] + _counts[term - 1];

        var sorted = new Posting[_postings.Count];
        foreach (var posting in CollectionsMarshal.AsSpan(_postings))
            sorted[ends[posting.Term]++] = posting;
        return sorted;
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
