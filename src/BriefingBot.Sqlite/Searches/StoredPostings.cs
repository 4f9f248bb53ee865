using System.Text;
using BriefingBot.Retrieval;
using BriefingBot.Sqlite.Segments;

namespace BriefingBot.Sqlite.Searches;

/// <summary>Reads the postings of the table.</summary>
/// <param name="blocks">The block a term would be in, by segment and term.</param>
internal sealed class StoredPostings(Statement blocks) : ITermPostings
{
    private QueryTerm? _term;
    private byte[] _name = [];

    public int ReadName(Segment segment, string name, Scratch scratch, int used) => 0;

    public int Read(Segment segment, QueryTerm term, Scratch scratch, int used)
    {
        if (!ReferenceEquals(_term, term))
            (_term, _name) = (term, Encoding.UTF8.GetBytes(term.Text));
        blocks.Bind(1, segment.Number).Bind(2, _name);
        if (!blocks.Step())
            return 0;

        try
        {
            var data = blocks.Bytes(0);
            var block = new PostingBlockReader(data);
            if (!block.Find(_name))
                return 0;
            scratch.Reserve(used, block.Count);
            Postings.Read(data[block.Postings], scratch.Slots.AsSpan(used, block.Count), scratch.Frequencies.AsSpan(used, block.Count));
            return block.Count;
        }
        finally
        {
            blocks.Reset();
        }
    }
}
