using System.CommandLine;
using BriefingBot.Answers;
using BriefingBot.Terminal;
using Spectre.Console;

namespace BriefingBot.Commands;

/// <summary><c>chat</c>: questions one after another in a terminal; also what runs without a command.</summary>
internal static class ChatCommand
{
    public static Command Create()
    {
        var command = new Command("chat", "Ask one question after another.");
        SetAction(command);
        return command;
    }

    public static void MakeDefault(RootCommand root) => SetAction(root);

    private static void SetAction(Command command)
    {
        var corpus = new CorpusOptions();
        corpus.AddTo(command);
        command.SetAction((parsed, cancellation) => RunAsync(corpus.Settings(parsed), cancellation));
    }

    private static async Task<int> RunAsync(IndexSettings settings, CancellationToken cancellation)
    {
        using var index = await OpenedIndex.OpenAsync(settings, cancellation);
        var answerer = new Answerer(index);
        var extent = index.Extent;
        Output.Console.MarkupLine($"[bold]BriefingBot[/] [grey]over {extent.Articles:N0} articles of {Markup.Escape(Plain.Line(settings.Corpus))}. Ask a question; an empty line or Ctrl-D ends.[/]");
        var conversation = Conversation.Empty;
        while (!cancellation.IsCancellationRequested)
        {
            Output.Console.Markup("[bold]> [/]");
            var line = await Console.In.ReadLineAsync(cancellation);
            if (string.IsNullOrWhiteSpace(line))
            {
                return ExitStatus.Done;
            }

            conversation = await AnswerAsync(answerer, line, conversation, cancellation);
        }

        return ExitStatus.Done;
    }

    // A bad question is no reason to leave.
    private static async Task<Conversation> AnswerAsync(Answerer answerer, string question, Conversation conversation, CancellationToken cancellation)
    {
        try
        {
            var turn = await answerer.AskAsync(question, conversation, cancellation: cancellation);
            if (!turn.Question.Equals(question, StringComparison.Ordinal))
            {
                Output.Console.MarkupLine($"[grey]Understood as:[/] {Markup.Escape(Plain.Line(turn.Question))}");
            }

            AnswerView.Show(Output.Console, turn.Answer);
            Output.Console.WriteLine();
            return conversation.With(turn);
        }
        catch (QuestionException bad)
        {
            Output.Console.WriteLine(bad.Message);
            return conversation;
        }
    }
}
