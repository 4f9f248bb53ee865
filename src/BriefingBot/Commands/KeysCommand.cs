using System.CommandLine;
using BriefingBot.Channels.Keys;
using BriefingBot.Terminal;

namespace BriefingBot.Commands;

/// <summary><c>keys add</c>, <c>keys list</c>, <c>keys remove</c>: the API keys of a server. One that runs over the same data soon knows.</summary>
internal static class KeysCommand
{
    public static Command Create() => new("keys", "Make, list and remove the API keys that let programs in.")
    {
        Changing("add", "Make a key; it is shown once and kept nowhere.", AddAsync),
        Listing(),
        Changing("remove", "Remove a key; within seconds it opens nothing.", RemoveAsync),
    };

    private static Command Changing(string verb, string description, Func<KeyRing, string, CancellationToken, Task> change)
    {
        var name = new Argument<string>("name") { Description = "What access rules call it: key:NAME.", HelpName = "NAME" };
        return WithRing(new Command(verb, description) { name }, (ring, parsed, cancellation) => change(ring, parsed.GetValue(name)!, cancellation));
    }

    private static Command Listing() => WithRing(new Command("list", "List the keys by name, with the day each was made."), ListAsync);

    private static Command WithRing(Command command, Func<KeyRing, ParseResult, CancellationToken, Task> act)
    {
        var corpus = new CorpusOptions();
        corpus.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var journal = OpenedJournal.Open(corpus.Settings(parsed));
            try
            {
                await act(new KeyRing(journal), parsed, cancellation);
                return ExitStatus.Done;
            }
            catch (KeyException fault)
            {
                throw new InputException(fault.Message);
            }
        });
        return command;
    }

    // The key alone goes to the output, for whoever puts it into a file or a vault.
    private static async Task AddAsync(KeyRing ring, string name, CancellationToken cancellation)
    {
        Console.WriteLine(await ring.AddAsync(name, cancellation));
        await Console.Error.WriteLineAsync($"This is the only time that the key is shown. Send it as \"Authorization: Bearer KEY\"; access rules call it key:{name}. Every call needs a key now.");
    }

    private static async Task ListAsync(KeyRing ring, ParseResult parsed, CancellationToken cancellation)
    {
        await ring.ReadAsync(cancellation);
        foreach (var key in ring.Keys)
            Console.WriteLine($"{key.Added:yyyy-MM-dd}  {Plain.Line(key.Name)}");
    }

    private static Task RemoveAsync(KeyRing ring, string name, CancellationToken cancellation) => ring.RemoveAsync(name, cancellation);
}
