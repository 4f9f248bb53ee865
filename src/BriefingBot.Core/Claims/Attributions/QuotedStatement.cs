using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>Who says what, how firmly, in the shape that scripts depend on.</summary>
/// <param name="Speaker">Null where the article names none.</param>
/// <param name="Cue">The words that say so: said, according to, denied.</param>
/// <param name="Content">What is said.</param>
/// <param name="Kind">direct, indirect or mixed.</param>
/// <param name="Name">The name that the speaker goes by; null where none fits.</param>
/// <param name="Anonymous">Whether the speaker is described and never named.</param>
/// <param name="Factuality">How firmly they commit to it: asserted, probable, possible, uncommitted or denied.</param>
public sealed record QuotedStatement(MarkedText? Speaker, MarkedText Cue, MarkedText Content, [property: AllowedValues("direct", "indirect", "mixed")] string Kind, string? Name, bool Anonymous,
    [property: AllowedValues("asserted", "probable", "possible", "uncommitted", "denied")] string Factuality)
{
    /// <summary>Those of one article, in the order of its text.</summary>
    public static IReadOnlyList<QuotedStatement> Of(Article article, AttributionReader reader)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(reader);
        var attributions = reader.Read(article);
        return [.. attributions.Zip(FactualityReader.Read(article, attributions), (attribution, factuality) => Of(article, attribution, factuality))];
    }

    /// <summary>As a JSON array.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<QuotedStatement> statements) =>
        JsonSerializer.Serialize(json, statements, QuotedStatementJson.Default.IReadOnlyListQuotedStatement);

    private static QuotedStatement Of(Article article, Attribution attribution, Factuality factuality) => new(
        attribution.Speaker is { } speaker ? MarkedText.Of(article, [speaker]) : null,
        MarkedText.Of(article, [attribution.Cue]),
        MarkedText.Of(article, attribution.Content),
        attribution.Kind switch { AttributionKind.Direct => "direct", AttributionKind.Indirect => "indirect", _ => "mixed" },
        attribution.SpeakerName is { } name ? article.Text[name.Start..name.End] : null,
        attribution.IsAnonymous,
        ClaimWords.Of(factuality));
}

/// <summary>Words of an article and where they stand.</summary>
/// <param name="Text">All from the first to the last.</param>
/// <param name="Start">In UTF-16 units of the article's text.</param>
/// <param name="End">Past the last.</param>
/// <param name="Spans">The parts, where other words stand between them; null where none do.</param>
public sealed record MarkedText(string Text, int Start, int End, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<MarkedSpan>? Spans = null)
{
    /// <param name="article">Whose words.</param>
    /// <param name="spans">At least one.</param>
    internal static MarkedText Of(Article article, IReadOnlyList<TextSpan> spans)
    {
        var all = spans.Aggregate((one, other) => one.Union(other));
        return new MarkedText(article.Text[all.Start..all.End], all.Start, all.End, spans.Count > 1 ? [.. spans.Select(span => new MarkedSpan(span.Start, span.End))] : null);
    }
}

/// <param name="Start">In UTF-16 units of the article's text.</param>
/// <param name="End">Past the last.</param>
public sealed record MarkedSpan(int Start, int End);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<QuotedStatement>))]
internal sealed partial class QuotedStatementJson : JsonSerializerContext;
