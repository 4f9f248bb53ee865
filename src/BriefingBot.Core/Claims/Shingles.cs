using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>A text's runs of five words, as hashes: tells how much of one text stands in another.</summary>
internal sealed class Shingles
{
    private const int RunInWords = 5;

    // Every fourth run, chosen by its hash, stands for all: Broder 1997, sketches mod m.
    private const ulong OneOf = 4;

    // FNV-1a, 64 bits.
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private readonly HashSet<ulong> _runs = [];

    public Shingles(string text)
    {
        Span<ulong> last = stackalloc ulong[RunInWords];
        var scanner = new WordScanner(text);
        for (var words = 1; scanner.Next() != WordKind.None; words++)
        {
            last[1..].CopyTo(last);
            last[^1] = Hash(scanner.Word);
            if (words >= RunInWords)
            {
                Add(last);
            }
        }
    }

    /// <summary>0 to 1: how much of the shorter text stands in the longer.</summary>
    public double Containment(Shingles other)
    {
        var (few, many) = _runs.Count < other._runs.Count ? (_runs, other._runs) : (other._runs, _runs);
        var shared = 0;
        foreach (var run in few)
        {
            shared += many.Contains(run) ? 1 : 0;
        }

        return few.Count == 0 ? 0 : (double)shared / few.Count;
    }

    private void Add(ReadOnlySpan<ulong> words)
    {
        var run = Basis;
        foreach (var word in words)
        {
            run = (run ^ word) * Prime;
        }

        // The low bits of a product mix least.
        run ^= run >> 29;
        if (run % OneOf == 0)
        {
            _runs.Add(run);
        }
    }

    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = Basis;
        foreach (var c in word)
        {
            hash = (hash ^ char.ToLowerInvariant(c)) * Prime;
        }

        return hash;
    }
}
