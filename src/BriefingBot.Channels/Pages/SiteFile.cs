using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace BriefingBot.Channels.Pages;

/// <summary>A file of the page, held in the program. Thread-safe.</summary>
internal sealed class SiteFile
{
    private const string Prefix = "site/";

    private readonly string _mediaType;
    private readonly Form _plain;
    private readonly Lazy<Form> _zipped;

    private SiteFile(string name, byte[] content)
    {
        Name = name;
        _mediaType = MediaTypeOf(name);
        _plain = new Form(content, null);
        _zipped = new Lazy<Form>(() => new Form(Zip(content), "gzip"));
    }

    public string Name { get; }

    public byte[] Content => _plain.Content;

    /// <summary>As it is sent to whoever takes it compressed.</summary>
    public byte[] Zipped => _zipped.Value.Content;

    /// <summary>Every file there is.</summary>
    public static IReadOnlyList<SiteFile> All { get; } =
        [.. typeof(SiteFile).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => new SiteFile(name[Prefix.Length..], Read(name)))];

    /// <exception cref="InvalidOperationException">There is none of that name.</exception>
    public static SiteFile Named(string name) => All.Single(file => file.Name.Equals(name, StringComparison.Ordinal));

    /// <summary>Sends it, or word that the caller has it already.</summary>
    public async Task SendAsync(HttpContext http)
    {
        var takesZip = http.Request.GetTypedHeaders().AcceptEncoding.Any(coding => coding.Value == "gzip" && coding.Quality is null or > 0);
        var form = takesZip ? _zipped.Value : _plain;
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = form.Tag;
        headers.CacheControl = new CacheControlHeaderValue { NoCache = true };
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        http.Response.Headers.XContentTypeOptions = "nosniff";
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Compare(form.Tag, useStrongComparison: false) || tag.Equals(EntityTagHeaderValue.Any)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.ContentType = _mediaType;
        http.Response.ContentLength = form.Content.Length;
        if (form.Encoding is { } encoding)
            http.Response.Headers.ContentEncoding = encoding;
        if (!HttpMethods.IsHead(http.Request.Method))
            await http.Response.BodyWriter.WriteAsync(form.Content, http.RequestAborted);
    }

    private static byte[] Read(string resource)
    {
        using var stream = typeof(SiteFile).Assembly.GetManifestResourceStream(resource)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    private static byte[] Zip(byte[] content)
    {
        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.SmallestSize))
            zip.Write(content);
        return zipped.ToArray();
    }

    private static string MediaTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"{name}: no media type is known for {other}"),
    };

    private sealed record Form(byte[] Content, string? Encoding)
    {
        public EntityTagHeaderValue Tag { get; } = new($"\"{Convert.ToHexStringLower(SHA256.HashData(Content)[..12])}\"");
    }
}
