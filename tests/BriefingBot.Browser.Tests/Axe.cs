using Microsoft.Playwright;

namespace BriefingBot.Browser.Tests;

/// <summary>The accessibility rules of axe-core, which is not part of this project.</summary>
internal static class Axe
{
    private const string Variable = "BRIEFINGBOT_AXE";

    /// <summary>A line for each violation: rule, what is wrong, where. Skips the test where there is no axe-core.</summary>
    public static async Task<string[]> ViolationsAsync(IPage page)
    {
        var script = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipUnless(File.Exists(script), $"needs axe-core: npm install axe-core, then {Variable}=.../node_modules/axe-core/axe.min.js");
        await page.EvaluateAsync(await File.ReadAllTextAsync(script!));
        return await page.EvaluateAsync<string[]>(
            "async () => (await axe.run(document)).violations.map(v => `${v.id}: ${v.help}: ${v.nodes.map(n => n.target.join(' ')).join(' | ')}`)");
    }
}
