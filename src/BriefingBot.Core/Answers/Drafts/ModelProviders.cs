namespace BriefingBot.Answers.Drafts;

/// <summary>A server that speaks the OpenAI protocol.</summary>
/// <param name="Endpoint">Its usual address; null where everybody has one of their own.</param>
/// <param name="NeedsKey">At that address, or at any where there is no usual one.</param>
/// <param name="Example">Of an address.</param>
public sealed record ModelProvider(string Name, Uri? Endpoint, bool NeedsKey, string Example);

/// <summary>The providers that configuration may name.</summary>
public static class ModelProviders
{
    private static readonly ModelProvider[] All =
    [
        new("openai", new Uri("https://api.openai.com/v1"), NeedsKey: true, "https://api.openai.com/v1"),
        new("azure", null, NeedsKey: true, "https://RESOURCE.openai.azure.com"),
        new("ollama", new Uri("http://127.0.0.1:11434/v1"), NeedsKey: false, "http://127.0.0.1:11434/v1"),
        new("vllm", new Uri("http://127.0.0.1:8000/v1"), NeedsKey: false, "http://127.0.0.1:8000/v1"),
        new("llamacpp", new Uri("http://127.0.0.1:8080/v1"), NeedsKey: false, "http://127.0.0.1:8080/v1"),
        new("lmstudio", new Uri("http://127.0.0.1:1234/v1"), NeedsKey: false, "http://127.0.0.1:1234/v1"),
    ];

    public static IEnumerable<string> Names => All.Select(provider => provider.Name);

    /// <returns>Null where there is none of the name.</returns>
    public static ModelProvider? Find(string name) => Array.Find(All, provider => provider.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
