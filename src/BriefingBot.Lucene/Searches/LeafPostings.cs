using System.Text;
using BriefingBot.Lucene.Documents;
using BriefingBot.Retrieval;
using BriefingBot.Sqlite.Searches;
using BriefingBot.Sqlite.Segments;
using Lucene.Net.Util;

namespace BriefingBot.Lucene.Searches;

/// <summary>Reads the postings of Lucene's fields, and keeps what that takes for the next search of the same commit. For one thread at a time.</summary>
internal sealed class LeafPostings(SearchedReader searched) : ITermPostings
{
    private readonly Dictionary<long, LeafCursor> _cursors = searched.Leaves.ToDictionary(leaf => leaf.Key, leaf => new LeafCursor(leaf.Value));
    private readonly List<(string Field, BytesRef Term)> _sought = [];
    private QueryTerm? _term;

    public SearchedReader Searched => searched;

    public Scratch Scratch { get; } = new();

    public int Read(Segment segment, QueryTerm term, Scratch scratch, int used)
    {
        if (!ReferenceEquals(_term, term))
            Seek(term);

        var cursor = _cursors[segment.Number];
        var end = used;
        foreach (var (field, text) in _sought)
        {
            var before = end;
            end += cursor.Read(field, text, scratch, end);
            if (before > used && end > before)
                end = PostingMerge.InPlace(scratch, used, before, end);
        }

        return end - used;
    }

    public int ReadName(Segment segment, string name, Scratch scratch, int used) =>
        _cursors[segment.Number].Read(FieldNames.Name, new BytesRef(Encoding.UTF8.GetBytes(name)), scratch, used);

    /// <summary>The fields and terms that a question's word is looked for in.</summary>
    private void Seek(QueryTerm term)
    {
        _term = term;
        _sought.Clear();
        Add(FieldNames.Body, FieldNames.Title, term.Text);
        if (term.Word is not { } word)
            return;

        foreach (var analysis in searched.Analyses)
        {
            if (analysis.TermOf(word) is { } own)
                Add(FieldNames.In(FieldNames.Body, analysis.Name), FieldNames.In(FieldNames.Title, analysis.Name), own);
        }
    }

    private void Add(string body, string title, string term)
    {
        var bytes = new BytesRef(Encoding.UTF8.GetBytes(term));
        _sought.Add((body, bytes));
        _sought.Add((title, bytes));
    }
}
