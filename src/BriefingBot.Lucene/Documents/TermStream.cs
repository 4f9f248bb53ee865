using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace BriefingBot.Lucene.Documents;

/// <summary>Hands Lucene terms that are known already.</summary>
internal sealed class TermStream : TokenStream
{
    // Lucene's own limit; a longer one is no word that anybody asks for.
    private const int LongestInBytes = 32766;
    private const int MostBytesPerChar = 3;

    private readonly ICharTermAttribute _text;
    private IReadOnlyList<string> _terms = [];
    private int _next;

    public TermStream() => _text = AddAttribute<ICharTermAttribute>();

    public TermStream Of(IReadOnlyList<string> terms)
    {
        _terms = terms;
        return this;
    }

    public override void Reset()
    {
        base.Reset();
        _next = 0;
    }

    public override bool IncrementToken()
    {
        while (_next < _terms.Count && IsTooLong(_terms[_next]))
            _next++;
        if (_next == _terms.Count)
            return false;

        ClearAttributes();
        _text.Append(_terms[_next++]);
        return true;
    }

    private static bool IsTooLong(string term) =>
        term.Length > LongestInBytes / MostBytesPerChar && Encoding.UTF8.GetByteCount(term) > LongestInBytes;
}
