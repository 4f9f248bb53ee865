using BriefingBot.Lucene.Documents;
using BriefingBot.Sqlite.Searches;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace BriefingBot.Lucene.Searches;

/// <summary>Reads the postings of one leaf, and keeps Lucene's enumerators for the next term. For one thread at a time.</summary>
internal sealed class LeafCursor(AtomicReader leaf)
{
    private readonly Dictionary<string, TermsEnum?> _terms = new(StringComparer.Ordinal);
    private DocsEnum? _docs;

    /// <summary>Puts the documents of a term and how often it stands in each after what is in the scratch.</summary>
    /// <param name="field">One of <see cref="FieldNames"/>.</param>
    /// <param name="term">As its field writes it.</param>
    /// <param name="scratch">Nobody else uses it meanwhile.</param>
    /// <param name="used">How much of it is used.</param>
    /// <returns>How many.</returns>
    public int Read(string field, BytesRef term, Scratch scratch, int used)
    {
        if (!_terms.TryGetValue(field, out var terms))
            _terms.Add(field, terms = leaf.GetTerms(field)?.GetEnumerator());
        if (terms?.SeekExact(term) != true)
            return 0;

        scratch.Reserve(used, terms.DocFreq);
        var slots = scratch.Slots.AsSpan(used, terms.DocFreq);
        var frequencies = scratch.Frequencies.AsSpan(used, terms.DocFreq);
        var docs = _docs = terms.Docs(liveDocs: null, _docs, DocsFlags.FREQS);
        var count = 0;
        for (var slot = docs.NextDoc(); slot != DocIdSetIterator.NO_MORE_DOCS; slot = docs.NextDoc())
        {
            slots[count] = slot;
            frequencies[count++] = (ushort)Math.Min(docs.Freq, ushort.MaxValue);
        }

        return count;
    }
}
