using System.Net;
using BriefingBot.Channels.BotFramework;
using BriefingBot.Channels.BotFramework.Authentication;
using BriefingBot.Channels.BotFramework.Connector;
using BriefingBot.Channels.Tests.BotFramework.Fakes;
using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.Tests.BotFramework;

public sealed class AccessTokensTests
{
    [Theory]
    [InlineData("MultiTenant", "Public", "https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token", "https://api.botframework.com/.default")]
    [InlineData("SingleTenant", "Public", "https://login.microsoftonline.com/tenant-1/oauth2/v2.0/token", "https://api.botframework.com/.default")]
    [InlineData("MultiTenant", "Government", "https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us/oauth2/v2.0/token", "https://api.botframework.us/.default")]
    [InlineData("SingleTenant", "Government", "https://login.microsoftonline.us/tenant-1/oauth2/v2.0/token", "https://api.botframework.us/.default")]
    public async Task A_secret_is_shown_to_the_app_s_own_tenant_in_its_own_cloud(string type, string cloud, string address, string scope)
    {
        var (asked, form) = await AskedAsync(Enum.Parse<BotAppType>(type), Enum.Parse<BotCloud>(cloud));

        Assert.Equal((HttpMethod.Post, address), (asked.Method, asked.RequestUri!.AbsoluteUri));
        Assert.Equal($"grant_type=client_credentials&client_id=app&client_secret=secret&scope={Uri.EscapeDataString(scope)}", form);
    }

    [Fact]
    public async Task A_managed_identity_is_asked_of_the_machine_without_a_secret()
    {
        var (asked, form) = await AskedAsync(BotAppType.UserAssignedMSI, BotCloud.Public);

        Assert.Equal("169.254.169.254", asked.RequestUri!.Host);
        Assert.EndsWith("&resource=https%3A%2F%2Fapi.botframework.com&client_id=app", asked.RequestUri.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal("true", Assert.Single(asked.Headers.GetValues("Metadata")));
        Assert.Empty(form);
    }

    [Theory]
    [InlineData("Public", "https://api.botframework.com", "https://login.botframework.com/v1/.well-known/openidconfiguration")]
    [InlineData("Government", "https://api.botframework.us", "https://login.botframework.azure.us/v1/.well-known/openidconfiguration")]
    public void A_cloud_has_its_own_issuer_and_keys(string cloud, string issuer, string metadata)
    {
        var addresses = CloudAddresses.Of(Enum.Parse<BotCloud>(cloud));

        Assert.Equal((issuer, metadata), (addresses.Issuer, addresses.Metadata.AbsoluteUri));
    }

    private static async Task<(HttpRequestMessage Asked, string Form)> AskedAsync(BotAppType type, BotCloud cloud)
    {
        var options = new BotOptions { AppId = "app", Password = type == BotAppType.UserAssignedMSI ? null : "secret", TenantId = "tenant-1", AppType = type, Cloud = cloud };
        using var network = new Network();
        using var tokens = new AccessTokens(network, Options.Create(options), CloudAddresses.Of(options), new QuickTime());
        Assert.Equal("given", await tokens.GetAsync(TestContext.Current.CancellationToken));
        return (network.Asked!, network.Form);
    }

    /// <summary>The network: it answers every request with a token.</summary>
    private sealed class Network : HttpMessageHandler, IHttpClientFactory
    {
        public HttpRequestMessage? Asked { get; private set; }

        public string Form { get; private set; } = "";

        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked = request;
            Form = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"access_token":"given","expires_in":"3600"}""") };
        }
    }
}
