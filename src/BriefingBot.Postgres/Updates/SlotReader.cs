using System.Buffers.Binary;
using System.Text;
using BriefingBot.Articles;
using BriefingBot.Postgres.Stores;
using BriefingBot.Retrieval;

namespace BriefingBot.Postgres.Updates;

/// <summary>Makes the slots of articles, one after the other, and keeps its lists in between.</summary>
internal sealed class SlotReader
{
    // What PostgreSQL keeps of a lexeme and of a vector; further words of one slot are not searched.
    private const int MostPlaces = 255;
    private const int LastPlace = 16383;
    private const int MostBytes = 500_000;

    private readonly List<Token> _tokens = [];
    private readonly Dictionary<string, List<ushort>> _places = [];
    private readonly Stack<List<ushort>> _spare = [];
    private readonly Dictionary<string, TermsOfBatch> _terms = [];

    /// <summary>In how many passages and titles read so far each term stands.</summary>
    public IReadOnlyDictionary<string, TermsOfBatch> Terms => _terms;

    /// <summary>The title, then the passages in order.</summary>
    public List<Slot> Read(Article article)
    {
        List<Slot> slots = [Read(article.Title, new TextSpan(0, article.Title.Length), isTitle: true)];
        slots.AddRange(PassageSplitter.Split(article).Select(span => Read(article.Text, span, isTitle: false)));
        return slots;
    }

    private Slot Read(string text, TextSpan span, bool isTitle)
    {
        _tokens.Clear();
        TermAnalyzer.Analyze(text, span, _tokens);
        var terms = 0;
        for (var word = 0; word < _tokens.Count; word++)
        {
            if (_tokens[word].IsStopWord)
                continue;
            terms++;
            Place(Lexeme.Of(_tokens[word].Term), word + 1);
        }

        var lexemes = Write(isTitle);
        foreach (var places in _places.Values)
        {
            places.Clear();
            _spare.Push(places);
        }

        _places.Clear();
        return new Slot(isTitle ? null : span, terms, lexemes);
    }

    private void Place(string lexeme, int place)
    {
        if (!_places.TryGetValue(lexeme, out var places))
            _places.Add(lexeme, places = _spare.TryPop(out var spare) ? spare : []);
        if (places.Count == 0 || (places.Count < MostPlaces && place <= LastPlace))
            places.Add((ushort)Math.Min(place, LastPlace));
    }

    private byte[] Write(bool isTitle)
    {
        using var bytes = new MemoryStream();
        Span<byte> number = stackalloc byte[sizeof(int)];
        bytes.Write(number);
        var count = 0;
        foreach (var (lexeme, places) in _places.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            if (bytes.Length > MostBytes)
                break;
            count++;
            bytes.Write(Encoding.UTF8.GetBytes(lexeme));
            bytes.WriteByte(0);
            Write(bytes, (ushort)places.Count);
            foreach (var place in places)
                Write(bytes, place);
            var sum = _terms.GetValueOrDefault(lexeme);
            _terms[lexeme] = isTitle ? sum with { Titles = sum.Titles + 1 } : sum with { Passages = sum.Passages + 1 };
        }

        var written = bytes.ToArray();
        BinaryPrimitives.WriteInt32BigEndian(written, count);
        return written;
    }

    private static void Write(MemoryStream bytes, ushort value)
    {
        bytes.WriteByte((byte)(value >> 8));
        bytes.WriteByte((byte)value);
    }
}

/// <summary>In how many passages and titles a term stands.</summary>
internal readonly record struct TermsOfBatch(int Passages, int Titles);
