using System.CommandLine;
using BriefingBot.Articles;
using BriefingBot.Evaluation;
using BriefingBot.Terminal;

namespace BriefingBot.Commands;

/// <summary><c>eval new</c>: drafts a suite from a corpus, to be edited by a person.</summary>
internal static class EvalNewCommand
{
    private const int DefaultMost = 100;

    public static Command Create()
    {
        var corpus = new Option<string>("--corpus") { Description = "Folder of articles, searched recursively, or one file.", HelpName = "PATH", DefaultValueFactory = _ => "corpus" };
        var output = new Option<string>("--out") { Description = "The suite to write.", HelpName = "SUITE.yaml", Required = true };
        var most = new Option<int>("--most") { Description = "How many cases at most, spread over the articles.", HelpName = "N", DefaultValueFactory = _ => DefaultMost };
        var command = new Command("new", "Draft a suite: who said what, for each named statement of a corpus.") { corpus, output, most };
        command.SetAction(parsed => Write(parsed.GetValue(corpus)!, parsed.GetValue(output)!, parsed.GetValue(most)));
        return command;
    }

    private static int Write(string path, string output, int most)
    {
        if (File.Exists(output))
        {
            throw new InputException($"{output}: exists, and may have been edited; name another file or remove it");
        }

        var articles = new Corpus(path).Files().SelectMany(Corpus.Read).OfType<ReadArticle>().Select(read => read.Article);
        var cases = SuiteDraft.Cases(articles, most);
        if (cases.Count == 0)
        {
            throw new CorpusException($"{path}: nobody is quoted by name in these articles; write a suite by hand");
        }

        try
        {
            File.WriteAllText(output, SuiteDraft.Write(Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(output))!, Path.GetFullPath(path)), cases));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{output}: cannot be written ({failure.Message}); name another file with --out");
        }

        Console.WriteLine(Plain.Line($"{cases.Count} cases written to {output}; read each and mend it before you rely on it"));
        return ExitStatus.Done;
    }
}
