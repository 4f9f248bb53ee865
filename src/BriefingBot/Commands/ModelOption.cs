using System.CommandLine;
using BriefingBot.Answers;

namespace BriefingBot.Commands;

/// <summary>The option of every command that a model may write for.</summary>
internal sealed class ModelOption
{
    private readonly Option<string?> _model = new("--model") { Description = "Model that writes: NAME, PROVIDER:NAME, or none.", HelpName = "NAME" };

    public void AddTo(Command command) => command.Add(_model);

    /// <returns>Null where answers are in the articles' own words.</returns>
    /// <exception cref="InputException">A setting of the model is wrong.</exception>
    public ModelWriter? Writer(ParseResult parsed) => ModelSettings.IsAsked(parsed.GetValue(_model)) ? Create(parsed.GetValue(_model)) : null;

    // A method of its own: what it needs is loaded only where a model is asked for.
    private static ModelWriter? Create(string? asked) => ModelSettings.Find(asked) is { } options ? ModelPort.CreateWriter(options) : null;
}
