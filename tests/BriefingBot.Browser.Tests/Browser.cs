using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BriefingBot.Browser.Tests.Browser))]

namespace BriefingBot.Browser.Tests;

/// <summary>Chromium as the system has it, started once for all tests.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Executables = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Array.Find(Executables, File.Exists) is not { } executable)
        {
            return;
        }

        // A machine that does much else is slow, not wrong.
        Assertions.SetDefaultExpectTimeout(30_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = executable, Headless = true, Args = ["--no-sandbox", "--disable-gpu"] });
    }

    /// <summary>A page of its own, which notes what it asks of the network and what goes wrong in it. Skips the test where there is no Chromium.</summary>
    public async Task<WatchedPage> OpenAsync(int widthInPixels, ColorScheme scheme)
    {
        Assert.SkipUnless(_browser is not null, "needs Chromium: apt-get install chromium");
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = widthInPixels, Height = widthInPixels < 600 ? 844 : 900 },
            ColorScheme = scheme,
        });
        return await WatchedPage.OpenAsync(context);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
