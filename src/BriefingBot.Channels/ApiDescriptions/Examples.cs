using System.Text.Json.Nodes;

namespace BriefingBot.Channels.ApiDescriptions;

/// <summary>Requests over the sample corpus and what they give, and what parameters mean.</summary>
internal static class Examples
{
    private static readonly JsonObject Operations = Read("examples");
    private static readonly JsonObject Parameters = Read("parameters");

    /// <summary>An object with <c>request</c> and <c>response</c>; null where there is none.</summary>
    public static JsonNode? Of(string operation) => Operations[operation];

    /// <summary>An object with <c>description</c> and <c>example</c>; null where there is none.</summary>
    public static JsonNode? OfParameter(string operation, string name) => Operations[operation]?["parameters"]?[name] ?? Parameters[name];

    private static JsonObject Read(string name)
    {
        using var stream = typeof(Examples).Assembly.GetManifestResourceStream($"api/{name}.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
