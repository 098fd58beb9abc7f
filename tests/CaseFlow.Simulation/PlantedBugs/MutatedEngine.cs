using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using CaseFlow.Simulation.Seeds;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CaseFlow.Simulation.PlantedBugs;

/// <summary>The engine compiled from its sources with a bug in one of them, and the simulation run on it.</summary>
internal static class MutatedEngine
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions Language = new(LanguageVersion.Preview);

    private static readonly Lazy<IReadOnlyDictionary<string, SyntaxTree>> Sources = new(() => Directory
        .EnumerateFiles(Repository.Engine, "*.cs", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Repository.Engine, f).Replace('\\', '/'))
        .Where(f => !f.StartsWith("obj/", StringComparison.Ordinal) && !f.StartsWith("bin/", StringComparison.Ordinal))
        .Where(f => !f.StartsWith("Storage/Migrations/", StringComparison.Ordinal) || f.StartsWith("Storage/Migrations/Sqlite/", StringComparison.Ordinal))
        .ToDictionary(f => f, f => CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(Repository.Engine, f)), Language, f)));

    private static readonly Lazy<CSharpCompilation> Sound = new(() => Generated(CSharpCompilation.Create(
        "CaseFlow.Engine",
        [.. Sources.Value.Values, CSharpSyntaxTree.ParseText(Usings, Language)],
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) is not ("CaseFlow.Engine.dll" or "CaseFlow.Simulation.dll"))
            .Select(p => MetadataReference.CreateFromFile(p)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable))));

    /// <summary>How many seeds it took to find the bug, and what broke; null where that many did not find it.</summary>
    public static (int Seeds, string Failure)? Find(PlantedBug bug, int most)
    {
        var context = new MutatedContext(Compile(bug));
        try
        {
            var many = context.LoadFromAssemblyPath(typeof(ManySeeds).Assembly.Location).GetType(typeof(ManySeeds).FullName!)!;
            var found = (string?)many.GetMethod(nameof(ManySeeds.FirstFailure))!.Invoke(null, [1L, (long)most]);
            return found is null ? null : (int.Parse(found.Split(' ', 2)[0]), found.Split(' ', 2)[1]);
        }
        finally
        {
            context.Unload();
        }
    }

    /// <summary>The tables that the engine carries.</summary>
    private static IEnumerable<ResourceDescription> Resources => typeof(CaseFlow.Engine.Words).Assembly.GetManifestResourceNames()
        .Select(name => new ResourceDescription(name, () => typeof(CaseFlow.Engine.Words).Assembly.GetManifestResourceStream(name)!, isPublic: true));

    /// <exception cref="InvalidOperationException">The bug does not compile.</exception>
    private static byte[] Compile(PlantedBug bug)
    {
        var sound = Sources.Value.TryGetValue(bug.File, out var tree) ? tree : throw new InvalidOperationException($"'{bug.Name}': there is no {bug.File}");
        var broken = CSharpSyntaxTree.ParseText(bug.PlantIn(sound.ToString()), Language, bug.File);
        using var assembly = new MemoryStream();
        var result = Sound.Value.ReplaceSyntaxTree(sound, broken).Emit(assembly, manifestResources: Resources);
        var errors = result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()).Take(5).ToList();
        return result.Success ? assembly.ToArray() : throw new InvalidOperationException($"'{bug.Name}' does not compile: {string.Join('\n', errors)}");
    }

    /// <summary>With what the SDK's generator of regular expressions adds to it.</summary>
    private static CSharpCompilation Generated(CSharpCompilation compilation)
    {
        var sdk = new DirectoryInfo(RuntimeEnvironment.GetRuntimeDirectory()).Parent!.Parent!.Parent!.FullName;
        var generator = Directory.EnumerateFiles(Path.Combine(sdk, "packs", "Microsoft.NETCore.App.Ref"), "System.Text.RegularExpressions.Generator.dll", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Last();
        var type = Assembly.LoadFrom(generator).GetType("System.Text.RegularExpressions.Generator.RegexGenerator", throwOnError: true)!;
        CSharpGeneratorDriver.Create([((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator()], parseOptions: Language)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        return (CSharpCompilation)generated;
    }

    /// <summary>Holds the broken engine and a simulation of its own; everything else is shared.</summary>
    private sealed class MutatedContext(byte[] engine) : AssemblyLoadContext("a broken engine", isCollectible: true)
    {
        private Assembly? broken;

        protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name switch
        {
            "CaseFlow.Engine" => broken ??= LoadFromStream(new MemoryStream(engine)),
            "CaseFlow.Simulation" => LoadFromAssemblyPath(typeof(ManySeeds).Assembly.Location),
            _ => null,
        };
    }
}
