using BriefingBot.Answers.Drafts;
using BriefingBot.OpenAI;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace BriefingBot.SemanticKernel;

/// <summary>A kernel with the configured chat service. It has no logger: its own messages may hold prompts, and the server's words, and those the key.</summary>
internal static class ChatKernel
{
    // One connector for all: Ollama and the others speak the OpenAI protocol, and so does Azure at its v1 address.
    public static Kernel Create(ModelOptions options, ModelProvider provider, ILogger logger)
    {
        var kernel = Kernel.CreateBuilder().AddOpenAIChatCompletion(options.Name!, OpenAIModel.Connect(options, provider)).Build();
        kernel.PromptRenderFilters.Add(new PromptFilter(options.Draft, logger));
        return kernel;
    }
}
