using System.CommandLine;

namespace BriefingBot.Commands;

/// <summary>The options of every command that reads a corpus.</summary>
internal sealed class CorpusOptions
{
    private readonly Option<string> _corpus = new("--corpus") { Description = "Folder of articles, searched recursively, or one file.", HelpName = "PATH", DefaultValueFactory = _ => "corpus" };
    private readonly Option<string> _data = new("--data") { Description = "Folder for the index.", HelpName = "DIR", DefaultValueFactory = _ => ".briefingbot" };

    private readonly Option<string?> _index = new("--index") { Description = $"Kind of index: {string.Join(", ", IndexSettings.Kinds)}.", HelpName = "KIND" };

    public void AddTo(Command command)
    {
        command.Add(_corpus);
        command.Add(_data);
        command.Add(_index);
    }

    /// <exception cref="InputException">The build has no index of that kind.</exception>
    public IndexSettings Settings(ParseResult parsed) => new(
        parsed.GetValue(_corpus)!,
        parsed.GetValue(_data)!,
        parsed.GetValue(_index) is { } kind ? IndexSettings.Known(kind, "--index") : IndexSettings.DefaultKind);

    /// <summary>As <see cref="Settings(ParseResult)"/>, with another corpus where the command line names none.</summary>
    public IndexSettings Settings(ParseResult parsed, string? otherwise) =>
        otherwise is not null && parsed.GetResult(_corpus) is null or { Implicit: true } ? Settings(parsed) with { Corpus = otherwise } : Settings(parsed);
}
