using Microsoft.Playwright;

namespace BriefingBot.Browser.Tests;

/// <summary>The screens that every page is looked at on.</summary>
internal static class View
{
    public static TheoryData<int, ColorScheme> All() => new()
    {
        { 1280, ColorScheme.Light },
        { 1280, ColorScheme.Dark },
        { 390, ColorScheme.Light },
        { 390, ColorScheme.Dark },
    };

    /// <summary>How wide the page is; wider than the screen means that it scrolls sideways.</summary>
    public static Task<int> WidthAsync(this IPage page) => page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
}
