using System.ClientModel;
using System.ClientModel.Primitives;
using BriefingBot.Answers;
using BriefingBot.Answers.Drafts;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

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
        var endpoint = Endpoint(options, provider);
        var client = new ChatClient(options.Name, Authentication(options, provider), new OpenAIClientOptions
        {
            Endpoint = endpoint,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = TimeSpan.FromSeconds(options.Draft.MaxSilenceSeconds),
        });
        var isOfOpenAI = provider.Name is "azure" || endpoint.Host.EndsWith("openai.com", StringComparison.OrdinalIgnoreCase);
        return new OpenAIChatClient(client, new ChatClientMetadata(provider.Name, endpoint, options.Name), isOfOpenAI);
    }

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
