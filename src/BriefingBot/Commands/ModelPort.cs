using BriefingBot.Answers;
using BriefingBot.Answers.Drafts;
#if STANDARD
using BriefingBot.SemanticKernel;
#else
using BriefingBot.OpenAI;
#endif

namespace BriefingBot.Commands;

/// <summary>How models are reached: through Semantic Kernel in the standard stack, else through the OpenAI library.</summary>
internal static class ModelPort
{
#if STANDARD
    public const string Name = "Semantic Kernel";

    public static ModelWriter CreateWriter(ModelOptions options) => SemanticKernelModel.CreateWriter(options);
#else
    public const string Name = "OpenAI library";

    public static ModelWriter CreateWriter(ModelOptions options) => OpenAIModel.CreateWriter(options);
#endif
}
