using BriefingBot.Channels.Keys;

namespace BriefingBot.Channels.Tests.Keys;

public sealed class KeyRingTests : IAsyncDisposable
{
    private readonly MemoryJournal _journal = new();

    [Fact]
    public async Task A_key_is_found_by_itself_alone()
    {
        var ring = new KeyRing(_journal);

        var secret = await ring.AddAsync("reports", Cancellation);

        Assert.Equal("reports", ring.Find(secret)?.Name);
        Assert.Null(ring.Find(secret[..^1]));
        Assert.Null(ring.Find(""));
        Assert.Null(ring.Find("reports"));
    }

    [Fact]
    public async Task What_is_kept_is_no_key()
    {
        var secret = await new KeyRing(_journal).AddAsync("reports", Cancellation);

        await foreach (var entry in _journal.ReadAllAsync("", Cancellation))
        {
            Assert.DoesNotContain(secret, entry.Text, StringComparison.Ordinal);
            Assert.Contains(Convert.ToHexStringLower(ApiKey.HashOf(secret)), entry.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Keys_hold_256_random_bits()
    {
        var ring = new KeyRing(_journal);
        var secrets = new[] { await ring.AddAsync("a", Cancellation), await ring.AddAsync("b", Cancellation) };

        Assert.Distinct(secrets);
        Assert.All(secrets, secret => Assert.Equal(3 + 43, secret.Length));
    }

    [Fact]
    public async Task A_removed_key_opens_nothing_and_its_name_is_free()
    {
        var ring = new KeyRing(_journal);
        var first = await ring.AddAsync("reports", Cancellation);

        await ring.RemoveAsync("reports", Cancellation);
        Assert.Null(ring.Find(first));
        var second = await ring.AddAsync("reports", Cancellation);

        Assert.Null(ring.Find(first));
        Assert.NotNull(ring.Find(second));
    }

    [Fact]
    public async Task Another_process_reads_the_same_keys()
    {
        var secret = await new KeyRing(_journal).AddAsync("reports", Cancellation);
        var other = new KeyRing(_journal);

        await other.ReadAsync(Cancellation);

        Assert.NotNull(other.Find(secret));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Reports")]
    [InlineData("a/b")]
    [InlineData("-a")]
    [InlineData("a\n")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public async Task A_name_that_could_be_misread_is_refused(string name)
    {
        await Assert.ThrowsAsync<KeyException>(() => new KeyRing(_journal).AddAsync(name, Cancellation));
    }

    [Fact]
    public async Task A_name_stands_for_one_key()
    {
        var ring = new KeyRing(_journal);
        await ring.AddAsync("reports", Cancellation);

        Assert.Contains("remove it first", (await Assert.ThrowsAsync<KeyException>(() => ring.AddAsync("reports", Cancellation))).Message, StringComparison.Ordinal);
        Assert.Contains("keys list", (await Assert.ThrowsAsync<KeyException>(() => ring.RemoveAsync("report", Cancellation))).Message, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _journal.DisposeAsync();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
