namespace BriefingBot.Channels.Limits;

/// <summary>On an endpoint that knows its callers by other means than keys, and yet is called by each of them from where they are.</summary>
internal sealed class CountedByAddress;
