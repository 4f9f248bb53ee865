using System.CommandLine;
using BriefingBot.Articles;
using BriefingBot.Channels.Feedbacks;
using BriefingBot.Evaluation;
using BriefingBot.Terminal;

namespace BriefingBot.Commands;

/// <summary><c>eval new</c>: drafts a suite from a corpus, or from what people asked, to be edited by a person.</summary>
internal static class EvalNewCommand
{
    private const int DefaultMost = 100;

    public static Command Create()
    {
        var corpus = new CorpusOptions();
        var output = new Option<string>("--out") { Description = "The suite to write.", HelpName = "SUITE.yaml", Required = true };
        var most = new Option<int>("--most") { Description = "How many cases at most: spread over the articles; of feedback the latest.", HelpName = "N", DefaultValueFactory = _ => DefaultMost };
        var feedback = new Option<bool>("--from-feedback") { Description = "Make a case of each answer that somebody rated, as the server keeps them in --data." };
        var conversations = new Option<string[]>("--conversation") { Description = "Make a case of this conversation, as the server keeps it in --data; may be given again for others.", HelpName = "ID" };
        var command = new Command("new", "Draft a suite: who said what, for each named statement of a corpus; or what people asked, and what they thought of the answers.") { output, most, feedback, conversations };
        corpus.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var (settings, path) = (corpus.Settings(parsed), parsed.GetValue(output)!);
            if (File.Exists(path))
            {
                throw new InputException($"{path}: exists, and may have been edited; name another file or remove it");
            }

            var ids = parsed.GetValue(conversations) ?? [];
            return Write(path, parsed.GetValue(feedback) || ids.Length > 0
                ? await KeptAsync(settings, path, parsed.GetValue(feedback), ids, parsed.GetValue(most), cancellation)
                : Drafted(settings, path, parsed.GetValue(most)));
        });
        return command;
    }

    private static (int Cases, string Suite) Drafted(IndexSettings settings, string output, int most)
    {
        var articles = new Corpus(settings.Corpus).Files().SelectMany(Corpus.Read).OfType<ReadArticle>().Select(read => read.Article);
        var cases = SuiteDraft.Cases(articles, most);
        return cases.Count > 0 ? (cases.Count, SuiteDraft.Write(Relative(settings.Corpus, output), cases))
            : throw new CorpusException($"{settings.Corpus}: nobody is quoted by name in these articles; write a suite by hand");
    }

    private static async Task<(int Cases, string Suite)> KeptAsync(IndexSettings settings, string output, bool feedback, string[] ids, int most, CancellationToken cancellation)
    {
        await using var journal = OpenedJournal.Open(settings);
        List<WrittenCase> cases = feedback ? [.. (await FeedbackSuite.OfFeedbackAsync(journal, cancellation)).TakeLast(most)] : [];
        if (feedback && cases.Count == 0)
        {
            throw new InputException($"--from-feedback: nobody has rated an answer yet, or {settings.Data} is not the server's; name its folder with --data");
        }

        foreach (var id in ids)
        {
            var held = await FeedbackSuite.OfConversationAsync(journal, id, cancellation);
            cases.AddRange(held.Count > 0 ? held : throw new InputException($"--conversation {id}: no such conversation is kept in {settings.Data}; name one that was held, and the server's folder with --data"));
        }

        return (cases.Count, SuiteWriter.Write("Made of what people asked by briefingbot eval new. What was answered stands as what is right: read each case and mend it.", "From use", Relative(settings.Corpus, output), cases));
    }

    private static string Relative(string corpus, string output) => Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(output))!, Path.GetFullPath(corpus));

    private static int Write(string output, (int Cases, string Suite) drafted)
    {
        try
        {
            File.WriteAllText(output, drafted.Suite);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{output}: cannot be written ({failure.Message}); name another file with --out");
        }

        Console.WriteLine(Plain.Line($"{drafted.Cases} {(drafted.Cases == 1 ? "case" : "cases")} written to {output}; read each and mend it before you rely on it"));
        return ExitStatus.Done;
    }
}
