using System.CommandLine;

namespace BriefingBot.Commands;

/// <summary>The options of every command that reads a corpus.</summary>
internal sealed class CorpusOptions
{
    private readonly Option<string> _corpus = new("--corpus") { Description = "Folder of articles, searched recursively, or one file.", HelpName = "PATH", DefaultValueFactory = _ => "corpus" };
    private readonly Option<string> _data = new("--data") { Description = "Folder for the index.", HelpName = "DIR", DefaultValueFactory = _ => ".briefingbot" };

    public void AddTo(Command command)
    {
        command.Add(_corpus);
        command.Add(_data);
    }

    public string Corpus(ParseResult parsed) => parsed.GetValue(_corpus)!;

    public string Data(ParseResult parsed) => parsed.GetValue(_data)!;
}
