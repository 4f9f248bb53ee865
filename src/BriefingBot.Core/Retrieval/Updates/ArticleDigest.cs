using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using BriefingBot.Articles;

namespace BriefingBot.Retrieval.Updates;

/// <summary>A hash of all of an article that can be quoted, cited or filtered by, without the id: what moves keeps its digest.</summary>
internal static class ArticleDigest
{
    public static byte[] Of(Article article)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (outlet, author, url, published, language, contentHash, collection) = article.Provenance;
        foreach (var field in (string?[])[contentHash, article.Title, outlet, author, url, published?.ToString("O"), language, collection, article.Text])
        {
            hash.AppendData(field is null ? [0xFF] : Encoding.UTF8.GetBytes(field));
            hash.AppendData([0xFE]);
        }

        int[] parts = [.. article.Parts.SelectMany(part => (int[])[part.Span.Start, part.Span.End, (int)part.Kind])];
        hash.AppendData(MemoryMarshal.AsBytes(parts.AsSpan()));
        return hash.GetHashAndReset();
    }
}
