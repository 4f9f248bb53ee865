using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>The runs of four words of a text, as hashes: tells how much of one text stands in another.</summary>
internal sealed class Shingles
{
    private const int RunInWords = 4;

    // FNV-1a, 64 bits.
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private const int CharsAWord = 6;

    private readonly HashSet<ulong> _runs;

    private Shingles(int chars) => _runs = new HashSet<ulong>(chars / CharsAWord);

    public int Count => _runs.Count;

    public HashSet<ulong> Runs => _runs;

    /// <summary>
    /// Of the story in the outlet's own words: what stands in quotation marks belongs to whoever is quoted, and everybody may quote it.
    /// </summary>
    public static Shingles Of(Article article)
    {
        var shingles = new Shingles(article.Text.Length);
        foreach (var paragraph in Paragraphs.Split(article.Text).Where(article.IsEvidence))
        {
            var start = paragraph.Start;
            foreach (var quotation in Quotation.Spans(article.Text, paragraph))
            {
                shingles.Add(article.Text.AsSpan(start, quotation.Start - start));
                start = quotation.End;
            }

            shingles.Add(article.Text.AsSpan(start, paragraph.End - start));
        }

        return shingles;
    }

    public static Shingles Of(ReadOnlySpan<char> text)
    {
        var shingles = new Shingles(text.Length);
        shingles.Add(text);
        return shingles;
    }

    /// <summary>How many runs both have.</summary>
    public int Shared(Shingles other)
    {
        var (few, many) = _runs.Count < other._runs.Count ? (_runs, other._runs) : (other._runs, _runs);
        var shared = 0;
        foreach (var run in few)
        {
            shared += many.Contains(run) ? 1 : 0;
        }

        return shared;
    }

    private void Add(ReadOnlySpan<char> text)
    {
        Span<ulong> last = stackalloc ulong[RunInWords];
        var scanner = new WordScanner(text);
        for (var words = 1; scanner.Next() != WordKind.None; words++)
        {
            last[1..].CopyTo(last);
            last[^1] = Hash(scanner.Word);
            if (words >= RunInWords)
            {
                _runs.Add(Run(last));
            }
        }
    }

    private static ulong Run(ReadOnlySpan<ulong> words)
    {
        var run = Basis;
        foreach (var word in words)
        {
            run = (run ^ word) * Prime;
        }

        return run;
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
