using System.CommandLine;
using BriefingBot;
using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Commands;
using BriefingBot.Evaluation;
using BriefingBot.Retrieval;

Console.OutputEncoding = System.Text.Encoding.UTF8;
var root = new RootCommand("Answers questions over a corpus of news articles, with quotes word for word, and says what is confirmed.")
{
    ServeCommand.Create(),
    SlackManifestCommand.Create(),
    TeamsPackageCommand.Create(),
    AskCommand.Create(),
    ChatCommand.Create(),
    SearchCommand.Create(),
    CheckCommand.Create(),
    QuotesCommand.Create(),
    IndexCommand.Create(),
    CorpusCommand.Create(),
    EvalCommand.Create(),
    KeysCommand.Create(),
    McpCommand.Create(),
};
ServeCommand.MakeDefault(root);
VersionText.Attach(root);

// A question may begin with @: it names no file of further arguments.
var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
if (parsed.Errors.Count > 0)
{
    await Console.Error.WriteLineAsync($"briefingbot: {parsed.Errors[0].Message} See briefingbot --help.");
    return ExitStatus.BadInput;
}

try
{
    // Ended with Ctrl-C, an evaluation still writes its report.
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
}
catch (Exception failure) when (failure is CorpusException or IndexException or QuestionException or JournalException or SuiteException or InputException)
{
    await Console.Error.WriteLineAsync($"briefingbot: {failure.Message}");
    return ExitStatus.BadInput;
}
catch (OperationCanceledException)
{
    return ExitStatus.BadInput;
}
