using BriefingBot.Retrieval;
using Lucene.Net.Store;

namespace BriefingBot.Lucene;

/// <summary>What can go wrong with the folder of an index, each as one line: what, where, what to do.</summary>
internal static class Failures
{
    // What the runtime makes of "no space left on device".
    private const int UnixNoSpace = 28;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>Does something with Lucene, whose failures become one line.</summary>
    public static T Guard<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or IndexException or ObjectDisposedException))
        {
            throw Of(path, failure);
        }
    }

    public static void Guard(string path, Action action) => Guard(path, () =>
    {
        action();
        return true;
    });

    public static IndexException Missing(string path) => new($"There is no index {path}; run index first.");

    public static IndexException OtherVersion(string path) =>
        new($"The index {path} was made by another version of BriefingBot; run index to rebuild it.");

    public static IndexException Apart(string path) =>
        new($"The index {path} and its stored articles are of different updates; run index, which brings them together.");

    public static IndexException Damaged(string path, string what) =>
        new($"The index {path} is damaged ({Line(what)}); run index, which builds it anew from the articles.") { IsDamage = true };

    // A damaged file makes Lucene throw about anything; what is none of these is damage.
    private static IndexException Of(string path, Exception failure) => failure switch
    {
        _ when IsFull(failure) => new($"No space left for the index {path}; make room and run index again, nothing of it is lost."),
        LockObtainFailedException => new($"The index {path} is being updated by another process; try again when that is done."),
        UnauthorizedAccessException => new($"The index {path} cannot be written ({Line(failure.Message)}); give write access to its folder, or choose another --data folder."),
        _ => Damaged(path, failure.Message),
    };

    private static bool IsFull(Exception? failure) =>
        failure is not null && (failure is IOException { HResult: UnixNoSpace or WindowsDiskFull } || IsFull(failure.InnerException));

    private static string Line(string message)
    {
        const int LongestInChars = 200;
        var line = message.ReplaceLineEndings(" ");
        return line.Length <= LongestInChars ? line : line[..LongestInChars] + "...";
    }
}
