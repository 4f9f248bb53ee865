using BriefingBot.Answers;
using BriefingBot.Answers.Drafts;
using BriefingBot.OpenAI;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.SemanticKernel;

/// <summary>Models through Semantic Kernel: they may look more up in the corpus while they write, by functions of a plugin.</summary>
public static class SemanticKernelModel
{
    /// <param name="options">Valid ones that name a provider.</param>
    /// <param name="loggers">For what is asked and looked up; no text of a question, a prompt or an article is logged.</param>
    /// <param name="time">For the caps of a day; the system's by default.</param>
    public static ModelWriter CreateWriter(ModelOptions options, ILoggerFactory? loggers = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new ModelWriter(CreateClient(options, loggers), options.Label, options.Draft, time);
    }

    /// <param name="options">Valid ones that name a provider.</param>
    /// <param name="loggers">As with <see cref="CreateWriter"/>.</param>
    public static IChatClient CreateClient(ModelOptions options, ILoggerFactory? loggers = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var provider = ModelProviders.Find(options.Provider) ?? throw new ArgumentException("The options name no provider.", nameof(options));
        var logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger("BriefingBot.Model");
        var metadata = new ChatClientMetadata(provider.Name, OpenAIModel.Endpoint(options, provider), options.Name);
        return new KernelChatClient(ChatKernel.Create(options, provider, logger), metadata, OpenAIModel.IsOfOpenAI(options, provider), logger);
    }
}
