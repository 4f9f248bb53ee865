namespace BriefingBot.Channels.BotFramework.Authentication;

/// <summary>Where answers to an activity go. Only <see cref="ChannelAuthenticator"/> makes one, of an address that was vouched for.</summary>
internal sealed record ServiceAddress
{
    private ServiceAddress(Uri url) => Url = url;

    /// <summary>It ends with a slash.</summary>
    public Uri Url { get; }

    /// <returns>Null where nothing may be sent there: it is neither https nor this machine.</returns>
    internal static ServiceAddress? OfVouched(string serviceUrl) =>
        Uri.TryCreate($"{serviceUrl.TrimEnd('/')}/", UriKind.Absolute, out var url) && url is { UserInfo: "", Query: "", Fragment: "" }
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            ? new ServiceAddress(url) : null;
}
