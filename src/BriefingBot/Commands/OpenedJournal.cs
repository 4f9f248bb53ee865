using BriefingBot.Answers;

namespace BriefingBot.Commands;

/// <summary>Opens what the server keeps beside the index: conversations, feedback, keys.</summary>
internal static class OpenedJournal
{
    /// <exception cref="JournalException">It cannot be opened.</exception>
    public static IJournal Open(IndexSettings settings)
    {
        _ = settings;
        return new MemoryJournal();
    }
}
