using System.ClientModel;
using System.ClientModel.Primitives;
using BriefingBot.Answers;
using BriefingBot.Answers.Drafts;
using Microsoft.Extensions.AI;
using OpenAI;

namespace BriefingBot.OpenAI;

/// <summary>Models behind a server that speaks the OpenAI protocol: OpenAI, Azure OpenAI, Ollama, vLLM, llama.cpp, LM Studio.</summary>
public static class OpenAIModel
{
    private const string AzurePath = "/openai/v1/";

    // The library wants a key even where the server takes none.
    private const string NoKey = "none";

    /// <param name="options">Valid ones that name a provider.</param>
    /// <param name="time">For the caps of a day; the system's by default.</param>
    public static ModelWriter CreateWriter(ModelOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new ModelWriter(CreateClient(options), options.Label, options.Draft, time);
    }

    /// <param name="options">Valid ones that name a provider.</param>
    public static IChatClient CreateClient(ModelOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var provider = ModelProviders.Find(options.Provider) ?? throw new ArgumentException("The options name no provider.", nameof(options));
        return new OpenAIChatClient(Connect(options, provider).GetChatClient(options.Name), new ChatClientMetadata(provider.Name, Endpoint(options, provider), options.Name), IsOfOpenAI(options, provider));
    }

    /// <summary>The library's own client, which retries nothing: whoever drafts does.</summary>
    internal static OpenAIClient Connect(ModelOptions options, ModelProvider provider) => new(Authentication(options, provider), new OpenAIClientOptions
    {
        Endpoint = Endpoint(options, provider),
        RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
        NetworkTimeout = TimeSpan.FromSeconds(options.Draft.MaxSilenceSeconds),
    });

    /// <summary>Whether the server knows the newer names of options; others may not.</summary>
    internal static bool IsOfOpenAI(ModelOptions options, ModelProvider provider) =>
        provider.Name is "azure" || Endpoint(options, provider).Host.EndsWith("openai.com", StringComparison.OrdinalIgnoreCase);

    /// <summary>With Azure the v1 path under the resource, where only the resource is named.</summary>
    internal static Uri Endpoint(ModelOptions options, ModelProvider provider)
    {
        var endpoint = string.IsNullOrWhiteSpace(options.Endpoint) ? provider.Endpoint! : new Uri(options.Endpoint);
        return provider.Name == "azure" && endpoint.AbsolutePath is "/" ? new Uri(endpoint, AzurePath) : endpoint;
    }

    // A key of Azure goes into a header of its own; a token is a bearer everywhere.
    private static ApiKeyAuthenticationPolicy Authentication(ModelOptions options, ModelProvider provider)
    {
        if (!string.IsNullOrWhiteSpace(options.Token))
        {
            return ApiKeyAuthenticationPolicy.CreateBearerAuthorizationPolicy(new ApiKeyCredential(options.Token));
        }

        var key = new ApiKeyCredential(string.IsNullOrWhiteSpace(options.ApiKey) ? NoKey : options.ApiKey);
        return provider.Name == "azure" ? ApiKeyAuthenticationPolicy.CreateHeaderApiKeyPolicy(key, "api-key") : ApiKeyAuthenticationPolicy.CreateBearerAuthorizationPolicy(key);
    }
}
