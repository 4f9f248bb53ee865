using System.CommandLine;
using BriefingBot.Answers;
using BriefingBot.Terminal;
using Spectre.Console;

namespace BriefingBot.Commands;

/// <summary><c>chat</c>: questions one after another in a terminal.</summary>
internal static class ChatCommand
{
    // One chat is one conversation.
    private static readonly AskOptions Options = new() { ConversationId = "chat" };

    public static Command Create()
    {
        var corpus = new CorpusOptions();
        var model = new ModelOption();
        var command = new Command("chat", "Ask one question after another.");
        corpus.AddTo(command);
        model.AddTo(command);
        command.SetAction((parsed, cancellation) => RunAsync(corpus.Settings(parsed), model.Writer(parsed), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(IndexSettings settings, ModelWriter? writer, CancellationToken cancellation)
    {
        using var index = await OpenedIndex.OpenAsync(settings, cancellation);
        var answerer = new Answerer(index, writer);
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

            conversation = await AnswerAsync(answerer, line, conversation, isByModel: writer is not null, cancellation);
        }

        return ExitStatus.Done;
    }

    // A bad question is no reason to leave.
    private static async Task<Conversation> AnswerAsync(Answerer answerer, string question, Conversation conversation, bool isByModel, CancellationToken cancellation)
    {
        try
        {
            var answer = await AnswerView.ShowAsync(Output.Console, answerer.StreamAsync(question, conversation, Options, cancellation), isByModel, question);
            Output.Console.WriteLine();
            return conversation.With(new Turn(answer.Question, answer));
        }
        catch (QuestionException bad)
        {
            Output.Console.WriteLine(bad.Message);
            return conversation;
        }
    }
}
