using System.Text;
using System.Threading.Channels;
using BriefingBot.Answers;
using BriefingBot.Channels.Bots;

namespace BriefingBot.Channels.Slack;

/// <summary>A reply that comes about: read by one while another collects it.</summary>
internal sealed class SlackDraft
{
    private readonly Channel<BotReply> _parts = Channel.CreateUnbounded<BotReply>();

    /// <summary>The whole of it, once collected: an answer or a text.</summary>
    public BotReply? Last { get; private set; }

    public async Task CollectAsync(IAsyncEnumerable<BotReply> replies)
    {
        // Who reads it does not wait until the first await.
        await Task.Yield();
        try
        {
            await foreach (var reply in replies)
            {
                Last = reply;
                _parts.Writer.TryWrite(reply);
            }
        }
        finally
        {
            _parts.Writer.Complete();
        }
    }

    /// <summary>Waits for more that can be shown before the whole is; false once there is no more.</summary>
    public ValueTask<bool> HasMoreAsync(CancellationToken cancellation) => _parts.Reader.WaitToReadAsync(cancellation);

    /// <summary>What has come since the last time.</summary>
    public (StatusDecided? Decided, string Written) Take()
    {
        StatusDecided? decided = null;
        var written = new StringBuilder();
        while (_parts.Reader.TryRead(out var part))
        {
            if (part is BotStatus status)
                decided = status.Decided;
            else if (part is BotSentence sentence)
                written.Append(sentence.Written.Text);
        }

        return (decided, written.ToString());
    }
}
